import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { openDemo } from '../../src/actions/open-demo.ts';
import { openDemoHeights } from '../../src/actions/open-demo-heights.ts';
import { DEMO_STREETS_WORDS, openDemoStreets } from '../../src/actions/open-demo-streets.ts';
import { undo } from '../../src/actions/undo.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { designationOf } from '../../src/domain/consents/designation-of.ts';
import { isOfStreets } from '../../src/domain/project/project.ts';
import type { Role } from '../../src/domain/project/role.ts';
import { networkFromTables } from '../../src/domain/streets/network-from-tables.ts';
import { CROSSINGS, EDGE_KINDS } from '../../src/domain/streets/street-network.ts';
import { SURFACES } from '../../src/domain/streets/surface.ts';
import { readPack } from '../../src/formats/pack.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { lastOf } from '../builders/last-of.ts';

const base = 'http://localhost/';
const packOf = (name: string) => readFileSync(join(projectRoot, 'public/demo', name));
const sent = (name: string) => () => HttpResponse.arrayBuffer(new Uint8Array(packOf(name)).buffer);
const server = setupServer(
  ...['borough.pack', 'heights.pack', 'streets.pack'].map((name) =>
    http.get(`${base}demo/${name}`, sent(name)),
  ),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('the demo’s streets', () => {
  let context: AppContext;
  let end: () => void;
  beforeEach(async () => {
    ({ context, end } = makeAppContext());
    await openDemo(context, base);
  });
  afterEach(() => end());

  it('join the borough as one step, once, with its heights or without, and leave with it', async () => {
    const before = context.project.getState().project;
    await openDemoStreets(context, base);
    const { project, done } = context.project.getState();
    expect(
      project.datasets.slice(before.datasets.length).map(({ role, fileName }) => [role, fileName]),
    ).toEqual([
      ['streets', 'street-links.geojson'],
      ['fibre points', 'fibre-points.geojson'],
      ['ducts', 'ducts-and-poles.geojson'],
      ['restrictions', 'street-restrictions.csv'],
      ['planned excavations', 'planned-excavations.csv'],
      ['roof access', 'roof-access.geojson'],
      ['context', 'listed-buildings.geojson'],
      ['context', 'conservation-areas.geojson'],
    ]);
    expect([project.layers, project.recipes]).toEqual([before.layers, before.recipes]);
    expect(done.map(({ label }) => label)).toEqual(['Added the demo’s streets']);
    await openDemoStreets(context, base);
    expect(context.project.getState().done).toHaveLength(1);
    await openDemoHeights(context, base);
    expect(context.project.getState().project.datasets.filter(({ role }) => isOfStreets(role))).toHaveLength(
      4,
    );
    undo(context);
    undo(context);
    expect(context.project.getState().project).toEqual(before);
    expect(DEMO_STREETS_WORDS).toContain('407 kB');
  });

  it('are not added to files of one’s own, and say why they could not be had', async () => {
    const { project, change } = context.project.getState();
    server.use(http.get(`${base}demo/streets.pack`, () => new HttpResponse(null, { status: 404 })));
    await expect(openDemoStreets(context, base)).rejects.toThrow(
      'The demo’s street file is not on this server (demo/streets.pack, 404).',
    );
    server.resetHandlers();
    change('Own', { kind: 'set-name', name: 'Own', fictional: false });
    await expect(openDemoStreets(context, base)).rejects.toThrow(/do not fit your files/);
    expect(context.project.getState().project.datasets).toHaveLength(project.datasets.length);
  });

  it('would be recognised for what they are if somebody dropped them as files', () => {
    const { project, contents } = readPack(packOf('streets.pack'));
    for (const { contentId, table } of contents) {
      const record = project.datasets.find((dataset) => dataset.contentId === contentId);
      if (!record || !isOfStreets(record.role)) continue;
      const { role, roles } = suggestRoles(table);
      expect([table.fileName, role]).toEqual([table.fileName, record.role]);
      expect(roles).toEqual(record.roles);
    }
  });

  it('say which land and buildings are protected', () => {
    const { datasets } = readPack(packOf('streets.pack')).project;
    expect(datasets.flatMap((dataset) => designationOf(dataset) ?? [])).toEqual([
      'listed building',
      'conservation area',
    ]);
  });

  it('become a network that hangs together, with nothing in its files that has to be mended', () => {
    const { project, contents } = readPack(packOf('streets.pack'));
    const inRole = (role: Role) =>
      project.datasets
        .filter((dataset) => dataset.role === role)
        .map(({ contentId, roles, source }) => {
          const content = contents.find((one) => one.contentId === contentId);
          if (!content) throw new Error(`${contentId} is not in the pack.`);
          return { table: content.table, roles, source };
        });
    const network = lastOf(
      networkFromTables({
        streets: inRole('streets'),
        fibrePoints: inRole('fibre points'),
        ducts: inRole('ducts'),
        restrictions: inRole('restrictions'),
      }),
    );
    const { findings, components } = network.report;
    expect(new Set(findings.map(({ code }) => code))).toEqual(
      new Set(['NOT_DIGGABLE', 'CROSSES', 'TOUCHES_NOTHING']),
    );
    // All of it, and the airfield's track.
    expect(components).toEqual([network.edgeCount - 1, 1]);
    const points = contents.find(({ contentId }) => contentId === 'fibre-points')?.table.rows;
    expect(network.fibrePoints).toHaveLength(points ?? 0);
    const has = (codes: Uint8Array, names: readonly string[]) =>
      new Set([...codes].map((code) => names[code]));
    expect(has(network.crossings, CROSSINGS)).toEqual(new Set(CROSSINGS));
    expect(has(network.surfaces, SURFACES)).toEqual(new Set(SURFACES));
    expect(has(network.kinds, EDGE_KINDS)).toEqual(new Set(['street', 'crossing', 'duct', 'pole route']));
    expect(new Set(network.barriers.map(({ kind }) => kind))).toEqual(
      new Set([
        'traffic-sensitive street',
        'listed building or conservation area',
        'crossing',
        'road-works restriction',
        'permit',
        'lane rental',
        'wayleave',
      ]),
    );
  });
});
