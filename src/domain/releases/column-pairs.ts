import { technologyLabel } from '../coverage/technology.ts';
import type { DatasetRecord } from '../project/project.ts';
import type { SuggestedLayer } from '../project/role-suggestion.ts';

/** A column of each release that means the same. */
export interface NamedPair {
  readonly before: string;
  readonly after: string;
  /** The layer that the column gives, where it gives one. */
  readonly layer: SuggestedLayer | null;
}

type Described = Pick<DatasetRecord, 'columnNames' | 'roles' | 'suggestion'>;

/**
 * Columns of two releases that mean the same, in the later one's order: those of one name, and those read as the same
 * technology of the same operator (publishers rename columns). Keys and coordinates are none.
 */
export function columnPairs(before: Described, after: Described): NamedPair[] {
  const places = new Set([
    ...['id', 'code', 'lon', 'lat', 'easting', 'northing'].flatMap((role) => [
      (before.roles as Record<string, string | undefined>)[role],
      (after.roles as Record<string, string | undefined>)[role],
    ]),
  ]);
  const earlier = new Map(before.columnNames.map((name) => [name.trim().toLowerCase(), name]));
  const pairs: NamedPair[] = [];
  for (const name of after.columnNames) {
    if (places.has(name)) continue;
    const layer = after.suggestion?.layers.find((one) => one.column === name) ?? null;
    const same = earlier.get(name.trim().toLowerCase());
    const twin = same ?? (layer ? twinOf(layer, before) : undefined);
    if (twin !== undefined && !places.has(twin)) pairs.push({ before: twin, after: name, layer });
  }
  return pairs;
}

/** What gaining, losing and changing mean for a column, to stand after a number of premises. */
export function wordsFor(
  pair: NamedPair | null,
  technology?: string,
): {
  readonly gained: string;
  readonly lost: string;
  readonly changed: string;
} {
  const name = pair?.after ?? '';
  const known = WORDS[name.trim().toLowerCase()];
  if (known) return known;
  const named = technology ?? pair?.layer?.technology;
  if (named && named !== 'coverage') {
    const label = technologyLabel(named);
    const share = pair?.layer?.shape === 'shares';
    return {
      gained: share ? `are in areas whose ${label} share rose` : `gained ${label}`,
      lost: share ? `are in areas whose ${label} share fell` : `lost ${label}`,
      changed: `changed in ${label}`,
    };
  }
  if (pair === null)
    return { gained: 'came into coverage', lost: 'dropped out of coverage', changed: 'changed' };
  return {
    gained: `turned to yes in “${name}”`,
    lost: `turned to no in “${name}”`,
    changed: `changed in “${name}”`,
  };
}

/** BDUK's premises columns (gov.uk, premises level data): the flag bduk_gis says that a contract covers the premises. */
const WORDS: Readonly<Record<string, { gained: string; lost: string; changed: string }>> = Object.assign(
  Object.create(null),
  {
    bduk_gis: {
      gained: 'came into a gigabit contract',
      lost: 'were descoped',
      changed: 'changed contract',
    },
    current_gigabit: { gained: 'gained gigabit', lost: 'lost gigabit', changed: 'changed' },
    future_gigabit: {
      gained: 'gained a plan for gigabit',
      lost: 'lost their plan for gigabit',
      changed: 'changed plans',
    },
    subsidy_control_status: {
      gained: 'gained',
      lost: 'lost',
      changed: 'changed subsidy class',
    },
  },
);

function twinOf(layer: SuggestedLayer, before: Described): string | undefined {
  return (
    before.suggestion?.layers.find(
      (one) =>
        one.shape === layer.shape &&
        one.technology === layer.technology &&
        one.operator === layer.operator &&
        one.confidence === layer.confidence &&
        one.measure === layer.measure &&
        one.atLeast === layer.atLeast,
    )?.column ?? undefined
  );
}
