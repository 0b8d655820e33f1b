import { selectWard } from '../../actions/select-ward.ts';
import { rankByUse } from '../../actions/set-view.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { byUseLines } from '../../stores/derived/by-use-lines.ts';
import { tableUses } from '../../stores/derived/table-uses.ts';
import { worstOfUse } from '../../stores/derived/worst-of-use.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { ExplainedNumber } from '../explained-number.tsx';

export interface UseTableProps {
  readonly analysis: Analysis;
  /** Ward number, outside, or total. */
  readonly place: number;
}

/** Not-spots among homes, businesses and public buildings, where a column of the premises tells them apart. */
export function UseTable({ analysis, place }: UseTableProps) {
  const context = useApp();
  const inTable = useView((state) => state.tableUse);
  const uses = byUseLines(analysis, place);
  if (!uses) return null;
  const placeKey = analysis.wardCodes[place] ?? (place === analysis.wardCodes.length ? 'outside' : 'total');
  const canRank = analysis.ranksWards && analysis.wardCodes.length > 1;
  const choices = tableUses(analysis);
  const worst = canRank ? worstOfUse(analysis, inTable) : null;
  const someNotKnown = uses.lines.some((line) => line.notSpots.notKnown !== null);
  return (
    <section className="panel-section" aria-labelledby="uses-title">
      <h2 id="uses-title">Not-spots by use</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="table-scroller uses-scroller" aria-label="Table of not-spots by use" tabIndex={0}>
        <table className="uses">
          <caption className="unseen">{analysis.unit}, not-spots and not known by use</caption>
          <thead>
            <tr>
              <th scope="col">Use</th>
              <th scope="col">All</th>
              <th scope="col">Not-spots</th>
              {someNotKnown ? <th scope="col">Not known</th> : null}
            </tr>
          </thead>
          <tbody>
            {uses.lines.map(({ use, asked, units, notSpots }) => (
              <tr key={use}>
                <th scope="row">
                  {canRank && choices.some(({ key }) => key === asked) ? (
                    <button
                      type="button"
                      className="link"
                      aria-pressed={inTable === asked}
                      title={`Rank the wards by ${use.toLowerCase()}`}
                      onClick={() => rankByUse(context, asked, worstOfUse(analysis, asked)?.code ?? null)}
                    >
                      {use}
                    </button>
                  ) : (
                    use
                  )}
                </th>
                <td className="number">
                  <ExplainedNumber asks={{ kind: 'units', uses: [asked] }} place={placeKey}>
                    {units}
                  </ExplainedNumber>
                </td>
                <td>
                  <span className="number">
                    <ExplainedNumber asks={{ kind: 'not-spots', uses: [asked] }} place={placeKey}>
                      {notSpots.value}
                    </ExplainedNumber>
                  </span>
                  {notSpots.band ? <span className="uses-band number"> {notSpots.band}</span> : null}
                  <span className="uses-share number"> {notSpots.share}</span>
                </td>
                {someNotKnown ? (
                  <td className="number">
                    <ExplainedNumber asks={{ kind: 'not-known', uses: [asked] }} place={placeKey}>
                      {notSpots.notKnown ?? '0'}
                    </ExplainedNumber>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {canRank && choices.length > 0 ? (
        <p className="small" role="status">
          {worst ? (
            <>
              Most not-spots among {worst.use}:{' '}
              <button type="button" className="link anywhere" onClick={() => selectWard(context, worst.code)}>
                {worst.name}
              </button>
              , <span className="number">{worst.value}</span> {worst.of}. The ward table counts {worst.use}.
            </>
          ) : (
            'Press a use to rank the wards by it.'
          )}
        </p>
      ) : null}
      <Disclosure summary="How the use is told" className="small">
        <p>
          From the column <span className="anywhere">“{uses.column}”</span> of the premises. Classification
          codes of AddressBase and plain words are read: R… and words for dwellings are homes, those that say
          flat, or whose address begins with it, are flats; community, education, medical and worship are
          public buildings; other commercial codes are businesses. A blank, or a code for unclassified, is a
          use not known. The definition of a not-spot is the same for all.
        </p>
      </Disclosure>
    </section>
  );
}
