import { expect, it } from 'vitest';
import { Finder } from '../../../src/domain/find/finder.ts';
import { Workbench } from '../../../src/domain/project/workbench.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { memoryFile, quietly, readOne } from '../../formats/input-file.ts';

const wards = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { WD24CD: 'W05998001', WD24NM: 'Llanfair Ŷd' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-1.8, 52.6],
            [-1.7, 52.6],
            [-1.7, 52.7],
            [-1.8, 52.6],
          ],
        ],
      },
    },
  ],
});

it('finds wards before any premises are loaded, and nothing where no file is', async () => {
  const { table } = await readOne(memoryFile('wards.geojson', wards), quietly());
  const workbench = new Workbench();
  workbench.put('wards', table);
  const roles = { code: 'WD24CD', name: 'WD24NM' };
  const project = projectOf({ datasets: [datasetOf({ role: 'wards', roles })] });
  const ask = (query: string, of = project) => {
    const steps = new Finder().find(workbench, of, query);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  };
  expect(ask('llanfair yd')?.results).toMatchObject([{ kind: 'ward', wardCode: 'W05998001' }]);
  expect(ask('M15 4AB')?.problem).toMatch(/is a postcode, but no premises are loaded yet/);
  expect(ask('mill lane')?.problem).toMatch(/No premises are loaded yet/);
  expect(ask('52.65, -1.75')?.results).toMatchObject([{ detail: 'No premises are loaded', rows: [] }]);
  expect(ask('llanfair yd', projectOf({}))).toBeNull();
});
