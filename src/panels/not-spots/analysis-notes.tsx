import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { numberOf } from '../../stores/derived/count-text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';

/** What the reader of the counts must know. */
export function AnalysisNotes({ analysis }: { readonly analysis: Analysis }) {
  if (analysis.notes.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="notes-title">
      <h2 id="notes-title">What to know about these counts</h2>
      <ul className="notes">
        {analysis.notes.slice(0, SHOWN).map((note) => (
          <li key={note.text} className="anywhere">
            {note.text}
          </li>
        ))}
      </ul>
      {analysis.notes.length > SHOWN ? (
        <Disclosure summary={numberOf(analysis.notes.length - SHOWN, 'more note')}>
          <ul className="notes">
            {analysis.notes.slice(SHOWN).map((note) => (
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
