import { capitalised, uncapitalised } from '../../stores/derived/capitalised.ts';
import type { TechnologyLine } from '../../stores/derived/verdict-lines.ts';
import { AnswerMark } from './answer-mark.tsx';

/** The answer in plain words, technology by technology. */
export function TechnologyList({ lines }: { readonly lines: readonly TechnologyLine[] }) {
  if (lines.length === 0)
    return <p>No coverage is loaded, so nothing is known. Drop in coverage on the Data page.</p>;
  return (
    <ul className="technologies">
      {lines.map(({ technology, label, answer, words, more, definition }) => (
        <li key={technology}>
          <AnswerMark answer={answer} />
          <div>
            <p className="technology-words">
              {label}: <strong>{uncapitalised(words)}</strong>
            </p>
            {more ? <p>{more}</p> : null}
            {definition ? <p className="small soft">{capitalised(definition)}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
