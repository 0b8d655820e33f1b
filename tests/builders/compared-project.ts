import type { Project } from '../../src/domain/project/project.ts';
import { Workbench } from '../../src/domain/project/workbench.ts';
import { layerOf } from './layers.ts';
import { polygonsOf, rectangle } from './polygons.ts';
import { datasetOf, projectOf } from './project.ts';
import { shapeTableOf, tableOf } from './tables.ts';

/**
 * Two wards of three premises each, fixed lines and 5G of two operators in two files. Not-spots by "no gigabit": Ash 2,
 * Birch 2; by "no gigabit and no 5g": Ash 1, Birch 1; without Plover one more in Ash.
 */
export function comparedProject(): { workbench: Workbench; project: Project } {
  const workbench = new Workbench();
  const wards = polygonsOf([rectangle(-2.5, 52.5, -2, 53.5)], [rectangle(-2, 52.5, -1, 53.5)]);
  workbench.put('wards', shapeTableOf('wards.geojson', ['code', 'name'], ['W01,Ash', 'W02,Birch'], wards));
  const places = ['1,-2.1,53', '2,-2.2,53', '3,-2.3,53', '4,-1.1,53', '5,-1.2,53', '6,-1.3,53'];
  workbench.put('premises', tableOf('premises.csv', ['uprn', 'lon', 'lat'], places));
  const fixed = ['1,yes', '2,no', '3,no', '4,yes', '5,no', '6,no'];
  workbench.put('fixed', tableOf('fixed.csv', ['uprn', 'gigabit'], fixed));
  const mobile = ['1,no,no', '2,yes,no', '3,no,no', '4,no,no', '5,yes,yes', '6,no,no'];
  workbench.put('mobile', tableOf('mobile.csv', ['uprn', 'plover', 'dunlin'], mobile));
  const records = { shape: 'records' as const, contentId: 'mobile', technology: '5g' };
  const project = projectOf({
    datasets: [
      datasetOf({ role: 'premises', roles: { id: 'uprn', lon: 'lon', lat: 'lat' }, unit: 'premises' }),
      datasetOf({ role: 'wards', roles: { code: 'code', name: 'name' } }),
      datasetOf({ contentId: 'fixed', role: 'records', roles: { id: 'uprn' } }),
      datasetOf({ contentId: 'mobile', role: 'records', roles: { id: 'uprn' } }),
    ],
    layers: [
      layerOf({
        key: 'gigabit',
        name: 'Fixed lines',
        shape: 'records',
        contentId: 'fixed',
        column: 'gigabit',
      }),
      layerOf({ key: '5g-plover', name: 'Plover 5G', operator: 'Plover', column: 'plover', ...records }),
      layerOf({ key: '5g-dunlin', name: 'Dunlin 5G', operator: 'Dunlin', column: 'dunlin', ...records }),
    ],
    recipes: [
      { id: 'double', name: 'Double not-spot', text: 'no gigabit and no 5g' },
      { id: 'no-gigabit', name: 'No gigabit', text: 'no gigabit' },
    ],
    view: { recipeId: 'double' },
  });
  return { workbench, project };
}
