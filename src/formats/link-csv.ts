import type { Source } from '../domain/project/figure.ts';
import type { LinkBudget } from '../domain/radio/link-budget.ts';
import { writeCsv } from './csv.ts';

/** What every line says of the link it is of. */
export interface LinkTold {
  readonly from: string;
  readonly to: string;
  readonly radio: string;
  readonly frequencyGigahertz: number;
  readonly earthFactor: number;
  /** Where the heights are from. */
  readonly heights: string;
  /** 'fictional' for the demo borough, else ''. */
  readonly remark: string;
}

/** A place on a link; metres above the datum of the surface, null: not known. */
export interface ProfileLine {
  readonly distanceMetres: number;
  readonly groundMetres: number | null;
  readonly surfaceMetres: number | null;
  readonly rayMetres: number | null;
  readonly clearanceMetres: number | null;
  readonly zoneMetres: number;
  readonly fresnelShare: number | null;
  readonly isOwnRoof: boolean;
}

/**
 * A link's profile as CSV, a line a place, first end first. Metres to the millimetre; blank is not known. `line_of_sight_m`
 * is the ray as the Earth bends away below it, so that it less `surface_m` is `clearance_m`.
 */
export function linkProfileCsv(places: readonly ProfileLine[], told: LinkTold): string {
  return writeCsv(
    [
      'distance_m',
      'ground_m',
      'surface_m',
      'line_of_sight_m',
      'clearance_m',
      'fresnel_radius_m',
      'clearance_f1',
      'own_roof',
      ...TOLD,
    ],
    places.map((place) => [
      rounded(place.distanceMetres),
      rounded(place.groundMetres),
      rounded(place.surfaceMetres),
      rounded(place.rayMetres),
      rounded(place.clearanceMetres),
      rounded(place.zoneMetres),
      rounded(place.fresnelShare),
      place.isOwnRoof ? 'yes' : 'no',
      ...toldCells(told),
    ]),
  );
}

/** A link's budgets as CSV, a line a figure, sums among them; both ways where they differ. */
export function linkBudgetCsv(
  budgets: readonly { readonly direction: string; readonly budget: LinkBudget }[],
  told: LinkTold,
): string {
  return writeCsv(
    ['direction', 'line', 'value', 'unit', 'assumed', 'source', 'source_date', 'source_url', ...TOLD],
    budgets.flatMap(({ direction, budget }) => {
      const line = (what: string, value: Cell, unit: string): Cell[] => [
        direction,
        what,
        value,
        unit,
        '',
        ...sourceCells(null),
        ...toldCells(told),
      ];
      return [
        ...budget.lines.map((one): Cell[] => [
          direction,
          one.what,
          rounded(one.value),
          one.unit,
          one.isAssumed ? 'assumed' : '',
          ...sourceCells(one.source),
          ...toldCells(told),
        ]),
        line('level received', rounded(budget.levelDbm), 'dBm'),
        line('noise', rounded(budget.noiseDbm), 'dBm'),
        line('signal over noise', rounded(thousandths(budget.levelDbm) - thousandths(budget.noiseDbm)), 'dB'),
        line('margin over the lowest rate', rounded(budget.marginDecibels), 'dB'),
        line('way of sending', budget.step?.name ?? 'none', ''),
        line('rate', budget.megabitsPerSecond, 'Mbit/s'),
        line('availability', rounded(budget.availability?.percent ?? null), '% of the year'),
        line('counts as gigabit', budget.countsAsGigabit ? 'yes' : 'no', ''),
      ];
    }),
  );
}

type Cell = string | number | null;

const TOLD = ['from', 'to', 'radio', 'frequency_ghz', 'earth_factor', 'heights', 'remark'];

function toldCells(told: LinkTold): Cell[] {
  const { from, to, radio, frequencyGigahertz, earthFactor, heights, remark } = told;
  return [from, to, radio, frequencyGigahertz, sixDigits(earthFactor), heights, remark];
}

function sourceCells(source: Source | null): Cell[] {
  return [source?.title ?? '', source?.date ?? '', source?.url ?? ''];
}

function rounded(value: number | null): number | null {
  return value === null ? null : thousandths(value);
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** As many as the file of links has of it. */
function sixDigits(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
