import type { ComparedPlans } from '../../../domain/evaluation/compared-plans.ts';
import { type ComparedText, comparedLines } from '../../../stores/derived/compared-lines.ts';
import { Badge } from '../../../ui/badge.tsx';
import { StandingTitle, useStandingCaption } from '../standing-title.tsx';

export interface ComparedTableProps {
  readonly compared: ComparedPlans;
  readonly isEarlier: boolean;
}

/** Every line of the plans as chosen, beside each other with what it differs by: those that differ first. */
export function ComparedTable({ compared, isEarlier }: ComparedTableProps) {
  const { differing, same } = comparedLines(compared);
  return (
    <section className="panel-section" aria-labelledby="compared-lines" aria-busy={isEarlier}>
      <StandingTitle id="compared-lines">What each comes to, as chosen</StandingTitle>
      {differing.length > 0 ? (
        <Lines caption="Where the plans differ" names={compared.names} lines={differing} />
      ) : (
        <p>Nothing differs.</p>
      )}
      {same.length > 0 ? (
        <>
          <h3 className="compared-same">The same in all</h3>
          <Lines caption="What is the same in all plans" names={compared.names} lines={same} />
        </>
      ) : null}
      <p className="small soft">
        In each cell the middle, below it low–high, then the difference from “{compared.names[0]}”.
      </p>
    </section>
  );
}

interface LinesProps {
  readonly caption: string;
  readonly names: readonly string[];
  readonly lines: readonly ComparedText[];
}

function Lines({ caption, names, lines }: LinesProps) {
  return (
    <table className="compared-table">
      <caption className="unseen">{useStandingCaption(caption)}</caption>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col" className="anywhere">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {lines.map(({ key, label, meaning, cells, differences }) => (
        <tbody key={key}>
          <tr>
            <th scope="rowgroup" colSpan={names.length} className="compared-line" title={meaning}>
              {label}{' '}
              {cells.some(({ isAssumed }) => isAssumed) ? <Badge kind="assumed">assumed</Badge> : null}
            </th>
          </tr>
          <tr>
            {cells.map(({ value, of, band, why }, at) => {
              const difference = differences[at];
              return (
                <td key={names[at]} className="number">
                  <span className={why === null ? 'compared-value' : 'soft'}>{value}</span>
                  {of ? <span className="small soft"> {of}</span> : null}
                  {band ? <span className="small soft compared-part">{band.join('–')}</span> : null}
                  {why ? <span className="small soft compared-part">{why}</span> : null}
                  {difference ? (
                    <span className="small compared-part">
                      <strong>{difference.value}</strong>
                      {difference.word ? `, ${difference.word}` : ''}
                      {difference.band ? <span className="soft compared-part">{difference.band}</span> : null}
                    </span>
                  ) : null}
                </td>
              );
            })}
          </tr>
        </tbody>
      ))}
    </table>
  );
}
