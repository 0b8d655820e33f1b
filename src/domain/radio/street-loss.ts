import { OutOfRange, requireRange } from './out-of-range.ts';

/** The surroundings of table 4 of P.1411-12. */
export type UrbanSurroundings = 'urban high-rise' | 'urban low-rise or suburban' | 'residential';

/** A path in a town of which nothing but this is known. */
export interface StreetPath {
  readonly ends: 'both below roofs' | 'one above roofs';
  readonly sight: 'line of sight' | 'no line of sight';
  readonly surroundings: UrbanSurroundings;
  readonly frequencyGigahertz: number;
  /** Straight distance between the antennas, in three dimensions. */
  readonly distanceMetres: number;
}

/**
 * Median basic transmission loss in decibels of a path in a town where no surface is known: the site-general models of Rec.
 * ITU-R P.1411-12 (2023) §4.1.1 and §4.2.1, 10 α log10(d) + β + 10 γ log10(f), table 4. Each row of the table has its own
 * range of frequency and distance.
 * @throws OutOfRange outside the row's range, or where the table has no such row
 */
export function streetLossDecibels(path: StreetPath): number {
  const { frequencyGigahertz, distanceMetres } = path;
  const row = rowOf(path);
  const asked = { source: sourceOf(path), remedy: REMEDY };
  const [low, high] = row.gigahertz;
  requireRange({ ...asked, quantity: 'frequency', value: frequencyGigahertz, low, high, unit: 'GHz' });
  const [near, far] = row.metres;
  requireRange({ ...asked, quantity: 'distance', value: distanceMetres, low: near, high: far, unit: 'm' });
  return (
    10 * row.alpha * Math.log10(distanceMetres) + row.beta + 10 * row.gamma * Math.log10(frequencyGigahertz)
  );
}

const REMEDY = 'Load a surface and let diffraction tell the loss.';

interface Row {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly gigahertz: readonly [low: number, high: number];
  readonly metres: readonly [low: number, high: number];
}

function rowOf(path: StreetPath): Row {
  const row = TABLE[path.ends][path.sight][path.surroundings];
  if (row) return row;
  throw new OutOfRange({
    quantity: 'number of rows for that in its table 4',
    value: 0,
    low: 1,
    high: Number.POSITIVE_INFINITY,
    unit: '',
    source: sourceOf(path),
    remedy: REMEDY,
  });
}

function sourceOf({ ends, sight, surroundings }: StreetPath): string {
  return `ITU-R P.1411-12 ${ends === 'both below roofs' ? '§4.1.1' : '§4.2.1'} (${surroundings}, ${sight})`;
}

const STREET_SIGHT: Row = { alpha: 2.12, beta: 29.2, gamma: 2.11, gigahertz: [0.8, 82], metres: [5, 660] };
const ROOF_SIGHT: Row = { alpha: 2.29, beta: 28.6, gamma: 1.96, gigahertz: [2.2, 73], metres: [55, 1200] };

const TABLE: Readonly<
  Record<StreetPath['ends'], Record<StreetPath['sight'], Partial<Record<UrbanSurroundings, Row>>>>
> = {
  'both below roofs': {
    'line of sight': { 'urban high-rise': STREET_SIGHT, 'urban low-rise or suburban': STREET_SIGHT },
    'no line of sight': {
      'urban high-rise': { alpha: 4, beta: 10.2, gamma: 2.36, gigahertz: [0.8, 82], metres: [30, 715] },
      'urban low-rise or suburban': {
        alpha: 5.06,
        beta: -4.68,
        gamma: 2.02,
        gigahertz: [10, 73],
        metres: [30, 250],
      },
      residential: { alpha: 3.01, beta: 18.8, gamma: 2.07, gigahertz: [0.8, 73], metres: [30, 170] },
    },
  },
  'one above roofs': {
    'line of sight': { 'urban high-rise': ROOF_SIGHT, 'urban low-rise or suburban': ROOF_SIGHT },
    'no line of sight': {
      'urban high-rise': {
        alpha: 4.39,
        beta: -6.27,
        gamma: 2.3,
        gigahertz: [2.2, 66.5],
        metres: [260, 1200],
      },
    },
  },
};
