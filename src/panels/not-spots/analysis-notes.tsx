import { useStore } from 'zustand';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { numberOf } from '../../stores/derived/count-text.ts';
import { notesOfCountAlone } from '../../stores/derived/quality-lines.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useApp } from '../app-provider.tsx';

/** What the reader of the counts must know besides what is to know of the data. */
export function AnalysisNotes({ analysis }: { readonly analysis: Analysis }) {
  const report = useStore(useApp().quality, (state) => state.report);
  const notes = notesOfCountAlone(analysis.notes, report);
  if (notes.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="notes-title">
      <h2 id="notes-title">What to know about these counts</h2>
      <ul className="notes">
        {notes.slice(0, SHOWN).map((note) => (
          <li key={note.text} className="anywhere">
            {note.text}
          </li>
        ))}
      </ul>
      {notes.length > SHOWN ? (
        <Disclosure summary={numberOf(notes.length - SHOWN, 'more note')}>
          <ul className="notes">
            {notes.slice(SHOWN).map((note) => (
              <li key={note.text} className="anywhere">
                {note.text}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

const SHOWN = 4;
