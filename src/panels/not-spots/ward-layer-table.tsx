import type { LayerLine } from '../../stores/derived/layer-lines.ts';
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { ExplainedNumber } from '../explained-number.tsx';

export interface WardLayerTableProps {
  readonly lines: readonly LayerLine[];
  readonly unit: string;
  /** The ward's GSS code. */
  readonly place: string;
}

/** What each layer covers of a ward: a table whose bars start at zero and end at all of the ward. */
export function WardLayerTable({ lines, unit, place }: WardLayerTableProps) {
  if (lines.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="ward-layers-title">
      <h3 id="ward-layers-title">What reaches this ward</h3>
      <table className="bars">
        <caption className="unseen">Covered, not covered and not known {unit} per layer</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">Covered</th>
            <th scope="col">Not covered</th>
            <th scope="col">Not known</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, swatch, covered, notCovered }) => (
            <tr key={id}>
              <th scope="row" className="anywhere">
                {name}
              </th>
              <td className="bars-covered">
                {covered ? (
                  <>
                    <ProportionBar
                      height={8}
                      parts={[
                        { key: 'covered', share: covered.shares.mid, pattern: 'solid', token: swatch.token },
                        {
                          key: 'not-known',
                          share: covered.shares.notKnown,
                          pattern: 'dots',
                          token: '--class-not-known',
                        },
                      ]}
                      range={covered.shares}
                    />
                    <span className="number">
                      <ExplainedNumber asks={{ kind: 'covered', layerId: id }} place={place}>
                        {covered.value}
                      </ExplainedNumber>
                    </span>{' '}
                    <span className="soft">{covered.of}</span>
                    {covered.band ? <span className="soft number bars-band"> {covered.band}</span> : null}
                  </>
                ) : (
                  'not counted'
                )}
              </td>
              <td className="unseen-cell">{notCovered?.value}</td>
              <td className={covered?.notKnown ? 'bars-not-known' : 'unseen-cell'}>
                {covered?.notKnown ? (
                  <>
                    <ExplainedNumber asks={{ kind: 'layer-not-known', layerId: id }} place={place}>
                      {covered.notKnown}
                    </ExplainedNumber>{' '}
                    not known
                  </>
                ) : (
                  '0'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
