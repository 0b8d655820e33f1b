import type { Answer } from '../../domain/verdict/answer-counts.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import type { VerdictLines } from '../../stores/derived/verdict-lines.ts';
import { AnswerMark } from './answer-mark.tsx';
import { PlaceTable } from './place-table.tsx';

export interface NeighbourSectionProps {
  readonly verdict: Verdict;
  readonly lines: VerdictLines;
}

/** What stands around: how many of the nearest have each technology, and the nearest ones by name. */
export function NeighbourSection({ verdict, lines }: NeighbourSectionProps) {
  const { sentences } = verdict.neighbours;
  if (lines.neighbours.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="neighbours-title">
      <h3 id="neighbours-title">The neighbours</h3>
      <ul className="neighbour-words">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <PlaceTable caption="The nearest places" lines={lines.neighbours} technologies={lines.technologies} />
      <ul className="answer-key small" aria-label="What the signs mean">
        {KEY.map(({ answer, words }) => (
          <li key={answer}>
            <AnswerMark answer={answer} /> {words}
          </li>
        ))}
      </ul>
    </section>
  );
}

const KEY: readonly { readonly answer: Answer; readonly words: string }[] = [
  { answer: 'yes', words: 'yes' },
  { answer: 'perhaps', words: 'perhaps' },
  { answer: 'no', words: 'no' },
  { answer: 'share', words: 'only a share is known' },
  { answer: 'not-known', words: 'we do not know' },
];
