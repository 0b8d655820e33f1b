import { count, unitWord } from '../not-spots/headline.ts';
import { counted } from '../tables/issue-collector.ts';
import type { QualityCheck } from './quality-input.ts';
import { MOST_PLACES, type QualityNote } from './quality-note.ts';

/** How far the rounding of published shares leaves the counts open. Less than one unit in every area is no note. */
export const checkShares: QualityCheck = function* ({ project, placed }) {
  if (!placed) return [];
  const { premises, dataset, answers } = placed;
  const notes: QualityNote[] = [];
  const seen = new Set<string>();
  for (const layer of project.layers) {
    const found = answers.get(layer.id);
    if (found?.kind !== 'share' || found.step === 0) continue;
    const { step, unitsInArea, percent } = found;
    const key = `${layer.contentId} ${step}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield { what: `Looking at shares: ${layer.name}`, fraction: 0 };
    const width = (area: number): number =>
      ((Math.min(100, percent[area] + step / 2) - Math.max(0, percent[area] - step / 2)) *
        unitsInArea[area]) /
      100;
    const areas = [...unitsInArea.keys()].filter((area) => unitsInArea[area] > 0 && percent[area] >= 0);
    const wide = areas.filter((area) => width(area) >= 1).sort((a, b) => width(b) - width(a) || a - b);
    if (wide.length === 0) continue;
    const all = areas.reduce((sum, area) => sum + width(area), 0);
    const units = (value: number): string =>
      `${count(Math.round(value))} ${unitWord(premises.unit, Math.round(value))}`;
    const middle = middles(found.area, premises);
    notes.push({
      kind: 'share-rounding',
      count: wide.length,
      of: areas.length,
      text: `${layer.name}: shares are rounded to ${step} %. ${whereWide(wide.length, areas.length)} that is ${units(1)} or more.`,
      effect: `Counts from it have a band: up to ${units(width(wide[0]))} wide in one area, ${units(all)} over all.`,
      places: wide.slice(0, MOST_PLACES).flatMap((area) => {
        const at = middle.get(area);
        return at ? [{ ...at, label: `${found.codes[area]}: ${step} % of ${units(unitsInArea[area])}` }] : [];
      }),
      contentIds: [layer.contentId, dataset.contentId],
    });
  }
  return notes;
};

/** "In 3 of 12 areas", "In its one area". */
function whereWide(wide: number, areas: number): string {
  return areas === 1 ? 'In its one area' : `In ${count(wide)} of ${counted(areas, 'area')}`;
}

/** The mean place of each area's rows. */
function middles(
  areaOf: Int32Array,
  { lon, lat }: { readonly lon: Float64Array; readonly lat: Float64Array },
): Map<number, { lon: number; lat: number }> {
  const sums = new Map<number, { lon: number; lat: number; rows: number }>();
  for (let row = 0; row < areaOf.length; row++) {
    if (areaOf[row] < 0) continue;
    const sum = sums.get(areaOf[row]) ?? { lon: 0, lat: 0, rows: 0 };
    sum.lon += lon[row];
    sum.lat += lat[row];
    sum.rows++;
    sums.set(areaOf[row], sum);
  }
  return new Map(
    [...sums].map(([area, sum]) => [area, { lon: sum.lon / sum.rows, lat: sum.lat / sum.rows }]),
  );
}
