import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/run-node.mjs';
import { changeOfAuthority } from '../../../src/domain/published/changed-authorities.ts';
import type { PublishedTable } from '../../../src/domain/published/published-table.ts';
import {
  changedSince,
  spreadByGroup,
  spreadOf,
  standingOf,
  widerShare,
} from '../../../src/domain/published/standing.ts';

function tableOf(
  shares: readonly (readonly [string, number])[],
  units: number | null = null,
): PublishedTable {
  return {
    id: 'id',
    contentId: 'c',
    fileName: 'c.csv',
    column: 'pct',
    technology: 'gigabit',
    label: 'gigabit',
    technologyGuessed: false,
    of: 'premises',
    definition: '',
    period: '2023-09',
    step: 0.1,
    source: { title: 'c', publisher: null, date: null, licence: null, url: null },
    figures: shares.map(([code, percent]) => ({ code, name: code, percent, units })),
    wider: [],
    withoutShare: [],
  };
}

describe('an authority among others', () => {
  it('shares its rank with those of the same share, and has the nearest as peers', () => {
    const table = tableOf([
      ['E08999001', 80],
      ['E08999002', 90],
      ['E08999003', 80],
      ['E08999004', 10],
      ['E09999001', 79],
    ]);
    expect(standingOf(table, 'E08999001', 2)).toMatchObject({ rank: 2, sharing: 2, of: 5 });
    expect(standingOf(table, 'E08999001', 2)?.peers.map(({ code }) => code)).toEqual([
      'E08999003',
      'E09999001',
    ]);
    expect(standingOf(table, 'E08999009')).toBeNull();
    expect(spreadByGroup(table, 'E09999001').map(({ group, of, own }) => [group, of, own?.rank])).toEqual([
      ['England', 5, 4],
      ['London boroughs', 1, 1],
    ]);
  });

  it('has a rank as in a competition, and the quartiles lie between lowest and highest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }), (tenths) => {
        const table = tableOf(
          tenths.map((value, i) => [`E08${String(999_000 + i).padStart(6, '0')}`, value / 10]),
        );
        const { quartiles, lowest, highest, of } = spreadOf(table);
        expect(of).toBe(tenths.length);
        const order = [lowest.percent, ...quartiles, highest.percent];
        expect(order).toEqual(order.toSorted((one, other) => one - other));
        const ranks = table.figures.map(({ code }) => standingOf(table, code));
        // Ranks are those of a competition: 1, 2, 2, 4.
        for (const standing of ranks) {
          if (!standing) throw new Error('no standing');
          const above = table.figures.filter(({ percent }) => percent > standing.figure.percent).length;
          expect(standing.rank).toBe(1 + above);
        }
      }),
    );
  });

  it('has a UK figure from counts, never from an average of percentages', () => {
    expect(widerShare(tableOf([['E08999001', 80]]))).toMatchObject({ kind: 'none' });
    const counted = tableOf([
      ['E08999001', 80],
      ['E08999002', 20],
    ]);
    const weighed = {
      ...counted,
      figures: counted.figures.map((one, i) => ({ ...one, units: i === 0 ? 900 : 100 })),
    };
    expect(widerShare(weighed)).toEqual({ kind: 'counted', percent: 74, units: 1000, authorities: 2 });
    const [row] = tableOf([['K02000001', 77]]).figures;
    expect(widerShare({ ...weighed, wider: [row] })).toEqual({ kind: 'published', figures: [row] });
  });

  it('is named where its code has ended', () => {
    expect(changedSince(tableOf([['E07000163', 50]]))[0]).toMatchObject({ until: '2023-03-31' });
    expect(changeOfAuthority('E08000009')).toBeNull();
  });
});

const shapes = join(projectRoot, '..', 'shared', 'data', 'boundaries', 'uk_topojson_ons_lad_region.topojson');
const has = existsSync(shapes);
const because = has ? '' : ' (skipped: the file is not beside the repository)';

it.skipIf(!has)(
  `every authority that the ONS says has ended is known to have, and in its year${because}`,
  () => {
    const { objects } = JSON.parse(readFileSync(shapes, 'utf8'));
    const geometries: { properties: { areacd: string; end?: number } }[] = objects.ltla.geometries;
    const ended = geometries.filter(({ properties }) => properties.end !== undefined);
    expect(ended.length).toBeGreaterThan(40);
    // Changes are made on 1 April: the last whole year of a code is the year before.
    for (const { properties } of ended)
      expect([properties.areacd, changeOfAuthority(properties.areacd)?.until.slice(0, 4)]).toEqual([
        properties.areacd,
        String((properties.end ?? 0) + 1),
      ]);
  },
);
