import { expect, it } from 'vitest';
import { nextName } from '../../../src/stores/derived/next-name.ts';
import { FIRST_INTERVENTIONS } from '../../../src/stores/view-store.ts';

const { next } = FIRST_INTERVENTIONS;
const clusterIn = (...wards: string[]) => ({
  ...next,
  by: 'cluster' as const,
  cluster: { id: 'c', name: 'Mill tower block', wards, rows: Uint32Array.of(1) },
});

it('names a plan by what its premises are, never by a building among them', () => {
  expect(nextName(clusterIn('Millfield'), null, '743 premises')).toBe('Cluster of 743 premises, Millfield');
  expect(nextName(clusterIn('Millfield', 'Alder'), null, '2 premises')).toBe(
    'Cluster of 2 premises, Millfield and Alder',
  );
  expect(nextName(clusterIn('Millfield', 'Alder', 'Elm'), null, '9 premises')).toBe(
    'Cluster of 9 premises, Millfield and 2 more wards',
  );
  expect(nextName({ ...next, wardCode: 'E05' }, 'Alder', '')).toBe('Alder');
  expect(nextName({ ...next, wardCode: 'E05' }, null, '')).toBe('E05');
  expect(nextName({ ...next, by: 'list' }, null, '1 premises')).toBe('List of 1 premises');
});
