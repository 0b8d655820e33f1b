import { useStore } from 'zustand';
import { showQuality } from '../../actions/show-quality.ts';
import { QUALITY_NAMES, qualityChecked } from '../../stores/derived/quality-lines.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { onceThere } from '../once-there.ts';

/** What to know about the data before its numbers: how many, what it does to the counts, and where. */
export function QualitySection() {
  const context = useApp();
  const { status, report } = useStore(context.quality);
  // Where nothing that is counted is loaded, nothing is looked at.
  if (status === 'empty' || (report && report.checked.length === 0)) return null;
  return (
    <section
      className="panel-section"
      aria-labelledby="quality-title"
      id="quality"
      tabIndex={-1}
      aria-busy={status === 'working'}
    >
      <h2 id="quality-title">What to know about this data</h2>
      {status === 'failed' ? <p>The data could not be looked through. The counts are not affected.</p> : null}
      {status === 'working' && !report ? <p className="soft">Looking through the data…</p> : null}
      {report && report.notes.length === 0 ? <p>Nothing odd was found.</p> : null}
      {report && report.notes.length > 0 ? (
        <ul className="quality-notes">
          {report.notes.map((note, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two notes of a kind differ by nothing else.
            <li key={`${note.kind} ${i}`}>
              <h3>{QUALITY_NAMES[note.kind]}</h3>
              <p className="anywhere">{note.text}</p>
              <p className="quality-effect anywhere">{note.effect}</p>
              {note.places.length > 0 ? (
                <Button
                  icon="target"
                  aria-label={`Show on map: ${QUALITY_NAMES[note.kind]}`}
                  onClick={() => {
                    showQuality(context, note);
                    // The list stands at the panel's top, far above this button.
                    onceThere('marks', (marks) => marks.focus({ preventScroll: true }));
                  }}
                >
                  Show on map
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {report ? <p className="small soft">{qualityChecked(report)}</p> : null}
    </section>
  );
}
