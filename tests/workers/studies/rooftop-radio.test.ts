import { beforeAll, describe, expect, it } from 'vitest';
import type { DatasetRecord, Project } from '../../../src/domain/project/project.ts';
import { Workbench } from '../../../src/domain/project/workbench.ts';
import type { LinkEnd } from '../../../src/domain/radio/link-end.ts';
import { REACH_QUALITIES, REACH_REASONS } from '../../../src/domain/radio/reach-answer.ts';
import type { RooftopSite } from '../../../src/domain/radio/rooftop-site.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import * as candidates from '../../../src/workers/studies/candidates.ts';
import * as link from '../../../src/workers/studies/link.ts';
import * as reach from '../../../src/workers/studies/reach.ts';
import * as sees from '../../../src/workers/studies/sees.ts';
import { lastOf } from '../../builders/last-of.ts';
import { layerOf } from '../../builders/layers.ts';
import { radioChoices } from '../../builders/link-ground.ts';
import { genericDevice } from '../../builders/link-question.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import {
  townFootprints,
  townGround,
  townPlace,
  townPremises,
  townSurface,
} from '../../builders/small-town-files.ts';
import { memoryFile, quietly, readOne } from '../../formats/input-file.ts';

const workbench = new Workbench();
const bench = { workbench, latest: null };
let project: Project;

async function given(name: string, content: string | Uint8Array, said: Partial<DatasetRecord>) {
  const { table } = await readOne(memoryFile(name, content), quietly());
  const { role, roles, heights } = suggestRoles(table);
  workbench.put(name, table);
  const found = { contentId: name, fileName: name, role, roles, ...(heights ? { heights } : {}) };
  return datasetOf({ ...found, ...said });
}

const end = (x: number, y: number, antennaMetres: number, other: Partial<LinkEnd> = {}): LinkEnd => ({
  name: `(${x}, ${y})`,
  ...townPlace(x, y),
  antennaMetres,
  above: 'surface',
  ...other,
});
const tower: RooftopSite = {
  id: 't',
  ...end(60.5, 60.5, 3, { name: 'Tower' }),
  fromContentId: null,
  owner: null,
  overrides: [],
};

beforeAll(async () => {
  const datasets = [
    await given('dsm.tif', townSurface(), {
      role: 'heights',
      heights: { kind: 'surface', vintage: '2024' },
    }),
    await given('dtm.tif', townGround(), {
      role: 'heights',
      heights: { kind: 'ground', vintage: '2024' },
    }),
    await given('houses.geojson', townFootprints(), { role: 'buildings' }),
    await given('premises.csv', townPremises(), {
      role: 'premises',
      roles: { id: 'uprn', lon: 'lon', lat: 'lat' },
      unit: 'premises',
    }),
  ];
  const records = { shape: 'records', contentId: 'premises.csv', column: 'gigabit' } as const;
  project = projectOf({
    datasets,
    layers: [layerOf({ key: 'gigabit', name: 'Gigabit', ...records })],
    recipes: [{ id: 'none', name: 'No gigabit', text: 'no gigabit' }],
    view: { recipeId: 'none' },
    devices: [genericDevice('generic-60-ghz-multipoint')],
    radio: radioChoices(),
    sites: [tower],
  });
});

/** Whether arrays of an answer and of nothing else are given away, each once. */
function expectAllGiven(answer: object, transfers: readonly Transferable[]): void {
  const buffers = new Set<unknown>();
  const look = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(answer);
  expect(new Set(transfers)).toEqual(buffers);
  expect(transfers).toHaveLength(buffers.size);
}

describe('the study of one link', () => {
  it('is over the project’s heights with its radio; a pair on one building is no link', () => {
    const asked = { from: end(25, 25, 3), to: end(65, 65, 20, { above: 'ground' }) };
    const answer = lastOf(link.study(bench, project, asked));
    expect(answer).toMatchObject({ class: 'blocked', from: { seaMetres: 13 }, to: { seaMetres: 22 } });
    expect(answer.reasons[0]).toMatch(/below the surface/);
    expect(answer.parts.map(({ source }) => source)).toEqual(['dsm.tif']);
    expect(answer.groundParts.map(({ source }) => source)).toEqual(['dtm.tif']);
    expectAllGiven(answer, link.transfers(answer));
    const same = lastOf(link.study(bench, project, { from: end(25, 25, 3), to: end(28, 28, 3) }));
    expect(same).toMatchObject({ class: 'no link', reasons: [expect.stringMatching(/on one building/)] });
  });

  it('is refused where no radio is chosen, or no heights are loaded', () => {
    const { radio, ...without } = project;
    expect(radio).toBeDefined();
    const asked = { from: end(25, 25, 3), to: end(65, 65, 3) };
    expect(() => lastOf(link.study(bench, without, asked))).toThrow(/No radio is chosen/);
    expect(() => lastOf(link.study(bench, { ...project, devices: [] }, asked))).toThrow(/No radio is chosen/);
    const flat = { ...project, datasets: project.datasets.filter(({ role }) => role !== 'heights') };
    expect(() => lastOf(link.study(bench, flat, asked))).toThrow(/heights|ground/i);
  });
});

describe('the study of a roof’s reach', () => {
  const asked = { site: end(60.5, 60.5, 3, { name: 'Tower' }), radiusMetres: 1000, mostMastMetres: 10 };

  it('judges the project’s premises and counts those newly served by its definition', () => {
    const answer = lastOf(reach.study(bench, project, asked));
    const { premises } = lastOf(workbench.prepare(project)) ?? { premises: null };
    const words = Array.from(answer.rows.row, (row, i) => [
      premises?.lon[row].toFixed(4),
      REACH_QUALITIES[answer.rows.quality[i]],
      REACH_REASONS[answer.rows.reason[i]],
    ]);
    expect(words).toHaveLength(6);
    expect(words.filter(([, quality]) => quality === 'no link')).toHaveLength(1);
    expect(words.filter(([, , reason]) => reason === 'the height of its roof is not known')).toHaveLength(1);
    // The three lower houses and the street see the tower; of them the first, third and fifth have no gigabit.
    expect(answer.served).toEqual({ units: 4, notSpots: 3, expectedNotSpots: 0, notKnown: 0 });
    expect(answer.gigabit.units).toBe(4);
    expect(answer.recipeWords).toBe('no gigabit');
    expect(answer.mast.newlyServed[3]).toBe(3);
    expect(answer.mostClients).toBe(60);
    expectAllGiven(answer, reach.transfers(answer));
  });

  it('does without a definition that asks of what is not loaded, and without premises', () => {
    const bare = lastOf(reach.study(bench, { ...project, layers: [] }, asked));
    expect(bare).toMatchObject({ recipeWords: null, served: { units: 4, notSpots: 0, notKnown: 4 } });
    expect(bare.notes.at(-1)).toMatch(/newly served is not known\. There is no layer/);
    const datasets = project.datasets.filter(({ role }) => role !== 'premises');
    const empty = lastOf(reach.study(bench, { ...project, layers: [], datasets }, asked));
    expect(empty.rows.row).toHaveLength(0);
    expect(empty.picture.views.length).toBe(2001 * 2001);
    expect(empty.notes.at(-1)).toMatch(/No premises are loaded/);
  });
});

describe('the study of what a premises sees', () => {
  it('is asked for a row or a place', () => {
    const { lon, lat } = townPlace(25, 25);
    const byPlace = lastOf(sees.study(bench, project, { kind: 'place', name: 'Here', lon, lat }));
    expect(byPlace).toMatchObject({ name: 'Here', isOnBuilding: true });
    const [seen] = byPlace.sites;
    expect(seen).toMatchObject({ siteId: 't', quality: 'clear', clearMastMetres: expect.any(Number) });
    expectAllGiven(byPlace, sees.transfers(byPlace));
    const prepared = lastOf(workbench.prepare(project));
    const row = prepared?.premises.lon.findIndex((one) => Math.abs(one - lon) < 1e-9) ?? -1;
    const byRow = lastOf(sees.study(bench, project, { kind: 'premises', row }));
    expect(byRow.name).toBe('100');
    const addressed = project.datasets.map((dataset) =>
      dataset.role === 'premises' ? { ...dataset, roles: { ...dataset.roles, address: 'gigabit' } } : dataset,
    );
    const named = lastOf(sees.study(bench, { ...project, datasets: addressed }, { kind: 'premises', row }));
    // Whatever column is said to be the address: what it says comes before the id.
    expect(named.name).toMatch(/^(yes|no)$/);
    expect(byRow.sites[0].link.clearance).toEqual(seen.link.clearance);
    expect(() => lastOf(sees.study(bench, project, { kind: 'premises', row: 99 }))).toThrow(
      /no longer loaded/,
    );
  });
});

describe('the study of candidate roofs', () => {
  const most = { mastMetres: 3, radiusMetres: 1000, most: 3 };

  it('finds the roofs about a place by the premises that they see, named as their file names them', () => {
    const asked = { kind: 'buildings', ...townPlace(50, 50), withinMetres: 60, ...most } as const;
    const { roofs, looked } = lastOf(candidates.study(bench, project, asked));
    expect(looked).toBe(4);
    expect(roofs[0]).toMatchObject({
      rank: 1,
      name: 'Tower, building 4',
      contentId: 'houses.geojson',
      sourceRow: 3,
    });
    expect(roofs[0]).toMatchObject({ seaMetres: 32, aboveGroundMetres: 30, seenUnits: 4, ofUnits: 4 });
    expect(roofs).toHaveLength(3);
    const near = lastOf(
      candidates.study(bench, project, { ...asked, ...townPlace(25, 15), withinMetres: 10 }),
    );
    expect(near.roofs.map(({ name }) => name)).toEqual(['Depot, building 1']);
    const datasets = project.datasets.filter(({ role }) => role !== 'buildings');
    expect(() => lastOf(candidates.study(bench, { ...project, datasets }, asked))).toThrow(
      /No building footprints/,
    );
  });

  it('takes a file of assets: each its building, or its own place', async () => {
    const [on, off] = [townPlace(62, 68), townPlace(45, 45)];
    const features = [on, off].map(({ lon, lat }, i) => ({
      type: 'Feature',
      properties: { title: ['Town hall', 'Lamp post'][i] },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    }));
    const assets = await given('assets.geojson', JSON.stringify({ type: 'FeatureCollection', features }), {
      role: 'context',
    });
    const whole = { ...project, datasets: [...project.datasets, assets] };
    const asked = { kind: 'assets', contentId: 'assets.geojson', nameColumn: 'title', ...most } as const;
    const { roofs } = lastOf(candidates.study(bench, whole, asked));
    expect(roofs.map(({ name, point }) => [name, point === 'own place'])).toEqual([
      ['Town hall', false],
      ['Lamp post', true],
    ]);
    expect(() => lastOf(candidates.study(bench, whole, { ...asked, contentId: 'premises.csv' }))).toThrow(
      /has no points/,
    );
  });
});
