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
import { isOfStreets } from '../../src/domain/project/project.ts';
import { readPack } from '../../src/formats/pack.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { makeAppContext } from '../builders/app-context.ts';

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
    expect(DEMO_STREETS_WORDS).toContain('372 kB');
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
      const { role, roles } = suggestRoles(table);
      expect([table.fileName, role]).toEqual([table.fileName, record?.role]);
      expect(roles).toEqual(record?.roles);
    }
  });
});
