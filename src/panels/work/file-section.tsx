import { useStore } from 'zustand';
import { fileAgeWords } from '../../stores/derived/work-text.ts';
import { useApp } from '../app-provider.tsx';
import { OpenFile } from './open-file.tsx';
import { SaveFile } from './save-file.tsx';

/** The copy that stays: when the work on show was last saved to a file, and why that is another thing than the browser. */
export function FileSection() {
  const { keep } = useApp();
  const age = useStore(keep, ({ file }) => fileAgeWords(file));
  return (
    <section className="panel-section stack" id="work-file" aria-labelledby="work-file-title" tabIndex={-1}>
      <h3 id="work-file-title">Saved to a file</h3>
      <p>
        Last saved to a file: <strong>{age}</strong>.
      </p>
      <SaveFile />
      <OpenFile />
      <dl className="facts">
        <dt>In this browser</dt>
        <dd>
          Saves itself, for this computer and this browser only. The browser may remove it: Safari does so
          after 7 days without a visit, others when the disk is full, and everyone when the site’s data is
          cleared.
        </dd>
        <dt>In a file</dt>
        <dd>The copy that stays, as long as you keep the file. You say when it is written.</dd>
      </dl>
    </section>
  );
}
