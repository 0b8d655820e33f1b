import { describe, expect, it } from 'vitest';
import { mapSources } from '../../src/map/map-sources.ts';
import { datasetOf, projectOf } from '../builders/project.ts';

const SOURCE = { title: 'x.csv', publisher: null, date: null, licence: null, url: null };
const OS = { ...SOURCE, publisher: 'Ordnance Survey', attribution: 'Contains OS data' };

describe('the words on the map about its sources', () => {
  it('name publishers and attributions once, and count the drawn files that name nobody', () => {
    const datasets = [
      datasetOf({ role: 'wards', contentId: 'a', source: OS }),
      datasetOf({ role: 'premises', contentId: 'b', source: OS }),
      datasetOf({ role: 'context', contentId: 'c', source: SOURCE }),
      datasetOf({ role: 'coverage', contentId: 'd', source: { ...SOURCE, publisher: 'Ofcom' } }),
      datasetOf({ role: 'table', contentId: 'e', source: SOURCE }),
    ];
    const words = mapSources(projectOf({ fictional: false, datasets }), null);
    expect(words).toBe('Contains OS data · Ofcom · 1 file of unknown source');
  });
});
