import type { AreaTable } from '../geo/area-table.ts';
import { premisesCell, unitsAt } from '../premises/premises-table.ts';
import { columnNamed } from '../tables/source-table.ts';
import type { TextColumn } from '../tables/text-column.ts';
import {
  isChange,
  MOST_MARKS,
  noOutcomes,
  type Outcome,
  type OutcomeCounts,
  type PlaceOutcomes,
  type ReleaseChange,
  type ReleaseComparison,
} from './comparison.ts';
import type { PlacedPremises } from './release-input.ts';
import { postcodeSectorOf, streetOf } from './street-of.ts';

/** One thing's outcome. */
export interface Outcomed {
  readonly key: string;
  readonly outcome: Outcome;
  readonly before: string;
  readonly after: string;
}

/** Sums outcomes by ward and by street, in units, and keeps what changed. */
export class ChangeTally {
  private readonly wards: Pick<AreaTable, 'codes' | 'names'>;
  private readonly wanted: { readonly address: string | null; readonly postcode: string | null };
  private readonly byWard = new Map<number, Record<Outcome, number>>();
  private readonly byStreet = new Map<string, Record<Outcome, number>>();
  private readonly totals = noOutcomes();
  private readonly changes: ReleaseChange[] = [];
  private unplaced = 0;

  constructor(
    wards: Pick<AreaTable, 'codes' | 'names'>,
    streets: { readonly address: string | null; readonly postcode: string | null },
  ) {
    this.wards = wards;
    this.wanted = streets;
  }

  /** `at` null: no loaded premises; it counts as `units` (one unless said) where its ward or postcode tells. */
  add(
    one: Outcomed & {
      readonly at: (PlacedPremises & { readonly row: number }) | null;
      readonly ward?: number;
      readonly units?: number;
      readonly postcode: string;
    },
  ): void {
    const { at } = one;
    const units = at ? unitsAt(at.premises, at.row) : (one.units ?? 1);
    const ward = at ? at.wardOf[at.row] : (one.ward ?? NOWHERE);
    const street = at
      ? this.streetAt(at, at.row)
      : this.wanted.address === null
        ? postcodeSectorOf(one.postcode)
        : '';
    this.count(one.outcome, units, ward, street);
    if (!at && one.ward === undefined) this.unplaced += units;
    this.keep(one, {
      lon: at ? at.premises.lon[at.row] : Number.NaN,
      lat: at ? at.premises.lat[at.row] : Number.NaN,
      units,
      wardCode: this.wards.codes[ward] ?? '',
      street,
    });
  }

  /** An area with the premises rows in it: each counts where it lies; the area is one change. */
  addGroup(one: Outcomed, at: PlacedPremises & { readonly rows: readonly number[] }): void {
    let units = 0;
    for (const row of at.rows) {
      const here = unitsAt(at.premises, row);
      units += here;
      this.count(one.outcome, here, at.wardOf[row], this.streetAt(at, row));
    }
    const middle = at.rows[at.rows.length >> 1];
    this.keep(one, {
      lon: at.premises.lon[middle],
      lat: at.premises.lat[middle],
      units,
      wardCode: this.wards.codes[at.wardOf[middle]] ?? '',
      street: this.streetAt(at, middle),
    });
  }

  finish(): {
    summary: Pick<
      ReleaseComparison,
      'totals' | 'wards' | 'streets' | 'streetBasis' | 'unplaced' | 'marks' | 'changedCount'
    >;
    changes: readonly ReleaseChange[];
  } {
    const wards: PlaceOutcomes[] = this.wards.codes.map((code, ward) => ({
      code,
      name: this.wards.names[ward] || code,
      counts: this.byWard.get(ward) ?? noOutcomes(),
    }));
    const outside = this.byWard.get(-1);
    if (outside) wards.push({ code: '', name: 'Outside every ward', counts: outside });
    const nowhere = this.byWard.get(NOWHERE);
    if (nowhere) wards.push({ code: '', name: 'No place known', counts: nowhere });
    const streets = [...this.byStreet].map(
      ([street, counts]): PlaceOutcomes => ({ code: street, name: street || 'No street known', counts }),
    );
    const hasStreets = streets.some(({ code }) => code !== '');
    const marks = [];
    for (const { key, outcome, before, after, lon, lat } of this.changes) {
      if (Number.isNaN(lon) || marks.length >= MOST_MARKS) continue;
      marks.push({ key, outcome, before, after, lon, lat });
    }
    return {
      summary: {
        totals: this.totals,
        wards,
        streets: hasStreets ? streets.sort(byChanges) : [],
        streetBasis: hasStreets ? (this.wanted.address === null ? 'postcode sector' : 'street') : null,
        unplaced: this.unplaced,
        marks,
        changedCount: this.changes.length,
      },
      changes: this.changes,
    };
  }

  private count(outcome: Outcome, units: number, ward: number, street: string): void {
    this.totals[outcome] += units;
    const inWard = this.byWard.get(ward) ?? noOutcomes();
    inWard[outcome] += units;
    this.byWard.set(ward, inWard);
    const onStreet = this.byStreet.get(street) ?? noOutcomes();
    onStreet[outcome] += units;
    this.byStreet.set(street, onStreet);
  }

  private keep(one: Outcomed, place: Omit<ReleaseChange, keyof Outcomed>): void {
    if (!isChange(one.outcome)) return;
    const { key, outcome, before, after } = one;
    this.changes.push({ key, outcome, before, after, ...place });
  }

  private streetAt({ premises }: PlacedPremises, row: number): string {
    const { address, postcode } = this.wanted;
    const name = address ?? postcode;
    if (name === null) return '';
    const column: TextColumn | undefined =
      premises.ids.name === name ? premises.ids : columnNamed(premises.columns, name);
    if (!column) return '';
    const text = premisesCell(premises, column, row);
    return address === null ? postcodeSectorOf(text) : streetOf(text);
  }
}

/** How many are not as they were. */
export function changedIn(counts: OutcomeCounts): number {
  return counts.gained + counts.lost + counts.changed + counts.appeared + counts.disappeared;
}

const NOWHERE = -2;

function byChanges(one: PlaceOutcomes, other: PlaceOutcomes): number {
  return changedIn(other.counts) - changedIn(one.counts) || (one.name < other.name ? -1 : 1);
}
