import { openPremises } from '../../actions/open-premises.ts';
import { showMarks } from '../../actions/show-marks.ts';
import type { PlaceLine, TechnologyLine } from '../../stores/derived/verdict-lines.ts';
import { useApp } from '../app-provider.tsx';
import { AnswerMark } from './answer-mark.tsx';

export interface PlaceTableProps {
  readonly caption: string;
  readonly lines: readonly PlaceLine[];
  readonly technologies: readonly TechnologyLine[];
}

/** Places with their answers, one column a technology; each name opens its own verdict. */
export function PlaceTable({ caption, lines, technologies }: PlaceTableProps) {
  const context = useApp();
  const hasDistance = lines.some((line) => line.distance !== '');
  const open = ({ rows, title, lon, lat }: PlaceLine): void => {
    showMarks(context, {
      owner: 'find',
      title: `Found: ${title}`,
      marks: [{ lon, lat, kind: 'found', label: title }],
    });
    openPremises(context, { rows, title: rows.length > 1 ? title : null, asked: null });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="table-scroller places-scroller" aria-label={caption} tabIndex={0}>
      <table className="places">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Premises</th>
            {technologies.map(({ technology, label }) => (
              <th scope="col" key={technology} className="places-technology">
                <span>{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <button type="button" className="link anywhere" onClick={() => open(line)}>
                  {line.title}
                </button>
                {hasDistance ? <span className="places-distance number"> {line.distance}</span> : null}
              </th>
              {line.answers.map(({ answer, words }, i) => (
                <td key={technologies[i].technology} title={words}>
                  {answer === 'mixed' ? (
                    <span className="number small">{words}</span>
                  ) : (
                    <>
                      <AnswerMark answer={answer} />
                      <span className="unseen">{words}</span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
