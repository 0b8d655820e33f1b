import type { BreakEvenText } from '../../../stores/derived/break-even-text.ts';
import { metresOf } from '../../../stores/derived/dig-headline.ts';
import { poundsText } from '../../../stores/derived/pounds-text.ts';

/** Cost by metres of trench: radio level, digging rising, and where they cross. The sentence beside it says the same. */
export function BreakEvenChart({ chart }: { readonly chart: BreakEvenText['chart'] }) {
  const { metres, radioPence, digPence, cross, trenchMetres } = chart;
  const top = Math.max(radioPence, ...digPence, 1) * 1.1;
  const x = (at: number): number => LEFT + (at / metres) * (WIDTH - LEFT - RIGHT);
  const y = (pence: number): number => HEIGHT - BOTTOM - (pence / top) * (HEIGHT - BOTTOM - TOP);
  const right = WIDTH - RIGHT;
  // Where both end near each other, their names are kept apart.
  const ends = [y(radioPence), y(digPence[1])];
  const apart = Math.abs(ends[0] - ends[1]) < 20 ? (ends[0] <= ends[1] ? [-10, 10] : [10, -10]) : [0, 0];
  const designed = trenchMetres === null ? null : Math.min(trenchMetres, metres);
  const ticks = [{ at: 0, isStrong: false }, ...(cross === null ? [] : [{ at: cross, isStrong: true }])];
  const end = { at: metres, isStrong: false };
  const shown = cross !== null && x(cross) > right - 70 ? ticks : [...ticks, end];
  return (
    <svg
      className="duel-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Chart: over ${metresOf(metres)} of trench, rooftop radio stays at ${poundsText(radioPence)}, digging goes from ${poundsText(digPence[0])} to ${poundsText(digPence[1])}${cross === null ? '; they do not cross' : `; they cross at ${metresOf(cross)}`}.`}
    >
      <text x={4} y={14}>
        Cost, built and run
      </text>
      <path className="duel-axis" d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${right}`} />
      <path className="duel-line-radio" d={`M${LEFT} ${y(radioPence)}H${right}`} />
      <path className="duel-line-dig" d={`M${LEFT} ${y(digPence[0])}L${right} ${y(digPence[1])}`} />
      {designed === null ? null : (
        <>
          <path className="duel-mark" d={`M${x(designed)} ${TOP}V${HEIGHT - BOTTOM}`} />
          <text x={Math.min(x(designed), right - 10)} y={TOP - 6} textAnchor="middle">
            as designed
          </text>
        </>
      )}
      {cross === null ? null : <circle className="duel-cross" cx={x(cross)} cy={y(radioPence)} r="5" />}
      {shown
        .filter(({ at, isStrong }) => isStrong || at !== 0 || cross === null || x(cross) > LEFT + 50)
        .map(({ at, isStrong }) => (
          <text
            key={isStrong ? 'cross' : at}
            x={x(at)}
            y={HEIGHT - BOTTOM + 16}
            textAnchor={at === metres ? 'end' : 'middle'}
            className={isStrong ? 'duel-strong' : undefined}
          >
            {metresOf(at)}
          </text>
        ))}
      <text x={(LEFT + right) / 2} y={HEIGHT - 6} textAnchor="middle">
        Metres of trench
      </text>
      <text x={right + 6} y={ends[0] + apart[0] + 4}>
        radio
      </text>
      <text x={right + 6} y={ends[1] + apart[1] + 4}>
        dig
      </text>
      <text x={LEFT - 5} y={TOP + 8} textAnchor="end">
        {short(top)}
      </text>
      <text x={LEFT - 5} y={HEIGHT - BOTTOM + 4} textAnchor="end">
        £0
      </text>
    </svg>
  );
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [360, 224, 52, 44, 42, 42];

/** "£1.2m", "£340k" */
function short(pence: number): string {
  const pounds = pence / 100;
  if (pounds >= 1e6) return `£${(pounds / 1e6).toFixed(1)}m`;
  return pounds >= 1_000 ? `£${Math.round(pounds / 1_000)}k` : `£${Math.round(pounds)}`;
}
