import { memo } from 'react';
import type { ProfileChartProps, ProfileDrawing } from './profile-drawing.ts';

/** The outlines of a profile, stretched over the whole sheet; lines keep their width. Not drawn again as the cursor moves. */
export const ProfileShapes = memo(function ProfileShapes({
  drawing,
  look,
}: {
  readonly drawing: ProfileDrawing;
  readonly look: ProfileChartProps['look'];
}) {
  const { length, low, high, distances, line } = drawing;
  const point = (distance: number, height: number): string =>
    `${((distance / length) * SIDE).toFixed(2)} ${(((high - height) / (high - low)) * SIDE).toFixed(2)}`;
  const beneath = (heights: Float64Array): string =>
    knownRuns(heights)
      .map(([from, to]) => {
        const top = Array.from({ length: to - from + 1 }, (_, n) =>
          point(distances[from + n], heights[from + n]),
        );
        return `M${point(distances[from], low)}L${top.join('L')}L${point(distances[to], low)}Z`;
      })
      .join('');
  const around = (widths: Float64Array): string => {
    if (!line) return '';
    const at = (n: number): number => line.first + ((line.last - line.first) * distances[n]) / length;
    const upper = Array.from(widths, (width, n) => point(distances[n], at(n) + width));
    const lower = Array.from(widths, (width, n) => point(distances[n], at(n) - width));
    return `M${upper.join('L')}L${lower.reverse().join('L')}Z`;
  };
  return (
    <svg
      x="0"
      y="0"
      width="100%"
      height="100%"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      preserveAspectRatio="none"
      overflow="visible"
      aria-hidden="true"
    >
      {line ? <path className="profile-zone" d={around(drawing.zone)} /> : null}
      {line ? <path className="profile-inner" d={around(drawing.innerZone)} /> : null}
      <path className="profile-surface" d={beneath(drawing.surface)} />
      {drawing.ground ? <path className="profile-ground" d={beneath(drawing.ground)} /> : null}
      <path
        className="profile-earth"
        d={`M${Array.from(drawing.earth, (height, n) => point(distances[n], height)).join('L')}`}
      />
      {line ? (
        <>
          <path className="profile-zone-edge" d={around(drawing.zone)} />
          <path className="profile-zone-edge" d={around(drawing.innerZone)} />
          <path
            className="profile-line"
            style={{ color: `var(${look.token})` }}
            strokeDasharray={
              look.dashes.length > 0 ? look.dashes.map((dash) => dash * 2.5).join(' ') : undefined
            }
            d={`M${point(0, line.first)}L${point(length, line.last)}`}
          />
        </>
      ) : null}
    </svg>
  );
});

/** First and last places of the runs that are known. */
function knownRuns(heights: Float64Array): [number, number][] {
  const runs: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= heights.length; i++) {
    const isKnown = i < heights.length && !Number.isNaN(heights[i]);
    if (isKnown && from < 0) from = i;
    if (!isKnown && from >= 0) {
      runs.push([from, i - 1]);
      from = -1;
    }
  }
  return runs;
}

const SIDE = 1000;
