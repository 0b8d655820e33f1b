import { useState } from 'react';
import { selectWard } from '../../actions/select-ward.ts';
import type { OperatorsPart } from '../../domain/explain/cell-question.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import {
  chartCount,
  chartPercent,
  operatorStacks,
  wardBars,
  wardShares,
} from '../../stores/derived/ward-charts.ts';
import { Distribution } from '../../ui/charts/distribution.tsx';
import { RankingBars } from '../../ui/charts/ranking-bars.tsx';
import { StackedBars, type StackPart } from '../../ui/charts/stacked-bars.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useApp } from '../app-provider.tsx';
import { explainedIn } from '../explained-in.tsx';

export interface WardChartsProps {
  readonly analysis: Analysis;
  /** The ward at hand; null: the whole authority. */
  readonly wardCode: string | null;
}

/** The wards ranked and spread out, and who covers how much: of all wards together, or of the one at hand. */
export function WardCharts({ analysis, wardCode }: WardChartsProps) {
  const context = useApp();
  const [ranked, setRanked] = useState(false);
  const bars = wardBars(analysis);
  const ward = wardCode === null ? -1 : analysis.wardCodes.indexOf(wardCode);
  const place = ward < 0 ? analysis.units.length - 1 : ward;
  const { rows, someLabel } = operatorStacks(analysis, place);
  const choose = (code: string): void => selectWard(context, code);
  return (
    <>
      {bars.length > 1 ? (
        <section className="panel-section" aria-labelledby="ranking-title">
          <h2 id="ranking-title">{ward < 0 ? 'All wards' : 'Among all wards'}</h2>
          <Distribution
            caption={`Wards by their share of not-spots (${analysis.unit} that have ${analysis.recipeWords})`}
            values={wardShares(analysis)}
            at={wardCode}
            many="wards"
            valueHeader={`not-spots, share of ${analysis.unit}`}
            format={chartPercent}
            token="--class-5"
            number={SHARE}
          />
          <Disclosure
            summary={`Rank all ${bars.length} wards by not-spots`}
            onToggle={(event) => setRanked(event.currentTarget.open)}
          >
            {ranked ? (
              <RankingBars
                caption={`Wards by number of not-spots, of all ${analysis.unit} of the ward`}
                rows={bars}
                labelHeader="Ward"
                valueHeader="Not-spots"
                format={chartCount}
                token="--not-spot"
                pattern="hatch"
                selected={wardCode}
                onSelect={choose}
                first={20}
                number={COUNT}
              />
            ) : null}
          </Disclosure>
        </section>
      ) : null}
      {rows.length > 0 ? (
        <section className="panel-section" aria-labelledby="operators-title">
          <h2 id="operators-title">Coverage by operator</h2>
          <StackedBars
            caption={`How many operators cover the ${analysis.unit}`}
            showCaption={false}
            parts={partsWith(someLabel)}
            rows={rows}
            labelHeader="Technology"
            format={chartCount}
            number={explainedIn((technology, part) => ({
              kind: 'operators-part',
              technology,
              part: part as OperatorsPart,
              place: ward < 0 ? 'total' : analysis.wardCodes[ward],
            }))}
          />
        </section>
      ) : null}
    </>
  );
}

const SHARE = explainedIn((place) => ({ kind: 'share', place }));
const COUNT = explainedIn((place, column) => ({
  kind: column === 'not-known' ? 'not-known' : 'not-spots',
  place,
}));

function partsWith(someLabel: string): readonly StackPart[] {
  return [
    { key: 'none', label: 'no operator', token: '--tech-other', pattern: 'cross' },
    { key: 'some', label: someLabel, token: '--accent', pattern: 'lines' },
    { key: 'all', label: 'all operators', token: '--accent', pattern: 'solid' },
    { key: 'not-known', label: 'not known', token: '--class-not-known', pattern: 'dots' },
  ];
}
