import type { PremisesTable, Unit } from '../../src/domain/premises/premises-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';

export interface PremisesSeed {
  readonly id?: string;
  readonly lon: number;
  readonly lat: number;
  readonly units?: number;
  readonly cells?: Readonly<Record<string, string>>;
}

/** Premises in the order given (tile keys 0): enough for everything but tiles. */
export function premisesOf(seeds: readonly PremisesSeed[], unit: Unit = 'premises'): PremisesTable {
  const names = [...new Set(seeds.flatMap((seed) => Object.keys(seed.cells ?? {})))];
  return {
    unit,
    count: seeds.length,
    lon: Float64Array.from(seeds, (seed) => seed.lon),
    lat: Float64Array.from(seeds, (seed) => seed.lat),
    easting: new Float64Array(seeds.length),
    northing: new Float64Array(seeds.length),
    units: seeds.some((seed) => seed.units !== undefined)
      ? Uint32Array.from(seeds, (seed) => seed.units ?? 1)
      : null,
    ids: textColumn(
      'uprn',
      seeds.map((seed, i) => seed.id ?? String(i + 1)),
    ),
    columns: names.map((name) =>
      textColumn(
        name,
        seeds.map((seed) => seed.cells?.[name] ?? ''),
      ),
    ),
    sourceRow: Uint32Array.from(seeds, (_, i) => i),
    tileKeys: new Uint32Array(seeds.length),
  };
}
