import { describe, expect, it } from 'vitest';
import { clusterNames } from '../../../src/domain/clusters/cluster-names.ts';

describe('clusterNames', () => {
  it('keeps a name that one has, and numbers those that several would have', () => {
    expect(
      clusterNames([
        { place: 'Mill Lane', ward: 'Alder' },
        { place: 'Station Road', ward: 'Alder' },
        { place: 'Mill Lane', ward: 'Birch' },
      ]),
    ).toEqual(['Mill Lane 1', 'Station Road', 'Mill Lane 2']);
  });

  it('numbers those called by their ward, even one alone', () => {
    expect(
      clusterNames([
        { place: null, ward: 'Alder' },
        { place: null, ward: null },
        { place: null, ward: 'Alder' },
      ]),
    ).toEqual(['Alder 1', 'Outside the wards 1', 'Alder 2']);
  });

  it('never gives a name twice', () => {
    const names = clusterNames([
      { place: 'Alder 1', ward: null },
      { place: null, ward: 'Alder' },
      { place: 'Alder', ward: null },
    ]);
    expect(new Set(names).size).toBe(3);
  });
});
