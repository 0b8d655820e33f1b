import { describe, expect, it } from 'vitest';
import type { DatasetRecord } from '../../src/domain/project/project.ts';
import { Workbench } from '../../src/domain/project/workbench.ts';
import type { NetworkFile } from '../../src/domain/streets/network-files.ts';
import type { StreetNetwork } from '../../src/domain/streets/street-network.ts';
import { StreetsRefused } from '../../src/domain/streets/streets-refused.ts';
import { projectStreets } from '../../src/workers/project-streets.ts';
import { lastOf } from '../builders/last-of.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { lineFile, pointFile, tableFile } from '../builders/street-files.ts';

class Bench {
  readonly workbench = new Workbench();

  give(role: DatasetRecord['role'], { table, roles }: NetworkFile, contentId: string = role): DatasetRecord {
    this.workbench.put(contentId, table);
    return datasetOf({ contentId, role, roles });
  }

  network(...datasets: DatasetRecord[]): StreetNetwork {
    return lastOf(projectStreets(this, projectOf({ datasets })));
  }
}

const LANE = lineFile([
  {
    at: [
      [0, 0],
      [100, 0],
    ],
    says: { name: 'Mill Lane', class: 'track' },
  },
]);
const OTHER = lineFile([
  {
    at: [
      [50, -50],
      [50, 50],
    ],
    says: { name: 'Other', class: 'track' },
  },
]);

describe('the streets of a project', () => {
  it('are made of all files in their roles, and of nothing else', () => {
    const bench = new Bench();
    const network = bench.network(
      bench.give('streets', LANE),
      bench.give('streets', OTHER, 'more'),
      bench.give('context', OTHER, 'background'),
      bench.give('fibre points', pointFile([{ at: [0, 9], says: { id: 'X' } }])),
      bench.give(
        'ducts',
        lineFile([
          {
            at: [
              [10, 2],
              [90, 2],
            ],
            says: { kind: 'duct' },
          },
        ]),
      ),
      bench.give('restrictions', tableFile([{ street: 'Other', kind: 'lane rental' }])),
    );
    expect(network.streets.map(({ id }) => id)).toEqual(['Mill Lane', 'Other']);
    expect(network.fibrePoints.map(({ id }) => id)).toEqual(['X']);
    expect(network.barriers.map(({ id }) => id)).toEqual(['Other: lane rental']);
    expect(network.report.components).toHaveLength(1);
  });

  it('are kept until a file, or how it is read, is another', () => {
    const bench = new Bench();
    const lane = bench.give('streets', LANE);
    const first = bench.network(lane);
    expect(bench.network(lane, bench.give('context', OTHER, 'background'))).toBe(first);
    expect(bench.network({ ...lane, roles: { name: 'class' } }).streets[0].name).toBe('track');
    expect(bench.network({ ...lane, roles: { class: 'name' } })).not.toBe(first);
    const again = bench.network(lane);
    bench.workbench.forget(new Set(['streets']));
    bench.workbench.put('streets', OTHER.table);
    expect(again.streets[0].id).toBe('Mill Lane');
    expect(bench.network(lane).streets[0].id).toBe('Other');
  });

  it('of a release that a later one is in force for are not among them', () => {
    const bench = new Bench();
    const old = { ...bench.give('streets', LANE, 'old'), supersededBy: 'new' };
    expect(bench.network(old, bench.give('streets', OTHER, 'new')).streets.map(({ id }) => id)).toEqual([
      'Other',
    ]);
  });

  it('are refused with what to do where there are none', () => {
    const bench = new Bench();
    expect(() => bench.network()).toThrow(StreetsRefused);
    expect(() => bench.network(bench.give('ducts', LANE))).toThrow(/choose "Streets" as the use of a file/);
  });
});
