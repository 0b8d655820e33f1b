import { describe, expect, it } from 'vitest';
import { filesInOrder } from '../../../src/domain/plan/files-in-order.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import type { DatasetRecord, Project } from '../../../src/domain/project/project.ts';
import { Workbench } from '../../../src/domain/project/workbench.ts';
import type { SourceTable } from '../../../src/domain/tables/source-table.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import * as duel from '../../../src/workers/studies/duel.ts';
import * as evaluate from '../../../src/workers/studies/evaluate-plan.ts';
import { lastOf } from '../../builders/last-of.ts';
import { layerOf } from '../../builders/layers.ts';
import { radioChoices } from '../../builders/link-ground.ts';
import { genericDevice } from '../../builders/link-question.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { SMALL_PLAN_QUESTION } from '../../builders/small-plans.ts';
import {
  townFootprints,
  townGround,
  townPlace,
  townPremises,
  townSurface,
} from '../../builders/small-town-files.ts';
import { memoryFile, quietly, readOne } from '../../formats/input-file.ts';

const place = (x: number, y: number) => Object.values(townPlace(x, y));
const geoJson = (properties: object, type: string, coordinates: unknown): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry: { type, coordinates } }],
  });

const street = [place(0, 45), place(45, 45), place(99, 45)];
const square = [place(0, 0), place(99, 0), place(99, 99), place(0, 99), place(0, 0)];
type Said = Partial<DatasetRecord> & Pick<DatasetRecord, 'role'>;
const FILES: readonly (readonly [string, string | Uint8Array, Said])[] = [
  ['dsm.tif', townSurface(), { role: 'heights', heights: { kind: 'surface', vintage: '2024' } }],
  ['dtm.tif', townGround(), { role: 'heights', heights: { kind: 'ground', vintage: '2024' } }],
  ['houses.geojson', townFootprints(), { role: 'buildings' }],
  [
    'premises.csv',
    townPremises(),
    { role: 'premises', roles: { id: 'uprn', lon: 'lon', lat: 'lat' }, unit: 'premises' },
  ],
  [
    'streets.geojson',
    geoJson({ id: 'A', name: 'Low Road', class: 'residential' }, 'LineString', street),
    { role: 'streets' },
  ],
  [
    'exchange.geojson',
    geoJson({ id: 'EX', name: 'Exchange', kind: 'exchange' }, 'Point', place(2, 45)),
    { role: 'fibre points' },
  ],
  [
    'roofs.geojson',
    geoJson(
      { id: 'R1', name: 'Tower', kind: 'flats', owner: 'Town Council', wayleave: 'willing' },
      'Point',
      place(65, 65),
    ),
    { role: 'roof access' },
  ],
  ['conservation area.geojson', geoJson({ name: 'Old Town' }, 'Polygon', [square]), { role: 'context' }],
  [
    'wards.geojson',
    geoJson({ WD26CD: 'E05000001', WD26NM: 'Low Ward' }, 'Polygon', [square]),
    { role: 'wards', roles: { code: 'WD26CD', name: 'WD26NM' } },
  ],
];

const tables = new Map<string, SourceTable>();
const datasets: DatasetRecord[] = [];
for (const [name, content, said] of FILES) {
  const { table } = await readOne(memoryFile(name, content), quietly());
  tables.set(name, table);
  datasets.push(
    datasetOf({ ...{ contentId: name, fileName: name, roles: suggestRoles(table).roles }, ...said }),
  );
}

/** A plan for all premises of the town, designed and judged over its files as they were opened, by a worker of its own. */
function answersOver(opened: readonly DatasetRecord[]) {
  const workbench = new Workbench();
  for (const { contentId } of opened) workbench.put(contentId, tables.get(contentId) as SourceTable);
  const bench = { workbench, latest: null };
  const device = genericDevice('generic-60-ghz-multipoint');
  const records = { shape: 'records', contentId: 'premises.csv', column: 'gigabit' } as const;
  const project: Project = projectOf({
    datasets: opened,
    layers: [layerOf({ key: 'gigabit', name: 'Gigabit', ...records })],
    recipes: [{ id: 'none', name: 'No gigabit', text: 'no gigabit' }],
    view: { recipeId: 'none' },
    devices: [device],
    radio: radioChoices(),
  });
  const question: Plan['question'] = {
    ...SMALL_PLAN_QUESTION,
    selection: { kind: 'list', ids: ['100', '101', '102', '103', '104'] },
    premisesContentId: 'premises.csv',
    onlyNotSpots: false,
    rootIds: ['EX'],
    radio: { ...SMALL_PLAN_QUESTION.radio, deviceId: device.id },
  };
  const designs = lastOf(duel.study(bench, project, { question, levers: [], before: null }));
  const plan: Plan = { id: 'p', name: 'Town', question, levers: [], designs, chosen: ['hybrid'] };
  const evaluation = lastOf(evaluate.study(bench, { ...project, plans: [plan] }, { plan }));
  return { designs, bytes: JSON.stringify({ designs, evaluation }) };
}

describe('a duel over the same files, opened in another order', () => {
  it('has designs and an evaluation that are the same, byte for byte, and is as fresh', () => {
    const { designs, bytes } = answersOver(datasets);
    // A comparison of nothing would hold: all three are designed, with a hub and a trench.
    expect(designs.outcomes.map(({ refused }) => refused)).toEqual([null, null, null]);
    expect(designs.outcomes[0].design?.radio?.hubs).not.toHaveLength(0);
    const orders = [
      datasets.toReversed(),
      filesInOrder(datasets),
      ...datasets.map((_, at) => [...datasets.slice(at), ...datasets.slice(0, at)]),
    ];
    for (const order of orders) expect(answersOver(order).bytes === bytes).toBe(true);
  });
});
