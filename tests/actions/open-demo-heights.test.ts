import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { openDemo } from '../../src/actions/open-demo.ts';
import { DEMO_HEIGHTS_WORDS, openDemoHeights } from '../../src/actions/open-demo-heights.ts';
import { undo } from '../../src/actions/undo.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { lonLatToGrid } from '../../src/domain/geo/british-national-grid.ts';
import { Workbench } from '../../src/domain/project/workbench.ts';
import { heightAt } from '../../src/domain/terrain/sample-height.ts';
import { readPack } from '../../src/formats/pack.ts';
import { projectHeights } from '../../src/workers/project-heights.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { lastOf } from '../builders/last-of.ts';

const base = 'http://localhost/';
const packOf = (name: string) => readFileSync(join(projectRoot, 'public/demo', name));
const sent = (name: string) => () => HttpResponse.arrayBuffer(new Uint8Array(packOf(name)).buffer);
const server = setupServer(
  http.get(`${base}demo/borough.pack`, sent('borough.pack')),
  http.get(`${base}demo/heights.pack`, sent('heights.pack')),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('the demo’s heights', () => {
  let context: AppContext;
  let end: () => void;
  beforeEach(async () => {
    ({ context, end } = makeAppContext());
    await openDemo(context, base);
  });
  afterEach(() => end());

  it('join the borough as one step, once, and leave with it', async () => {
    const before = context.project.getState().project;
    await openDemoHeights(context, base);
    const { project, done } = context.project.getState();
    expect(
      project.datasets.slice(before.datasets.length).map(({ role, fileName }) => [role, fileName]),
    ).toEqual([
      ['heights', 'ground.asc'],
      ['trees', 'trees.geojson'],
      ['context', 'council-assets.geojson'],
    ]);
    expect(project.datasets.find(({ role }) => role === 'buildings')).toMatchObject({
      fileName: 'buildings.geojson',
      roles: { height: 'height_m', levels: 'levels' },
    });
    expect(project.sites.map(({ owner }) => owner)).toEqual(new Array(4).fill('Wrenminster Borough Council'));
    expect(done.map(({ label }) => label)).toEqual(['Added the demo’s heights']);
    await openDemoHeights(context, base);
    expect(context.project.getState().done).toHaveLength(1);
    undo(context);
    expect(context.project.getState().project).toEqual(before);
    expect(DEMO_HEIGHTS_WORDS).toContain('691 kB');
  });

  it('are not added to files of one’s own, and say why they could not be had', async () => {
    const { project, change } = context.project.getState();
    server.use(http.get(`${base}demo/heights.pack`, () => new HttpResponse(null, { status: 404 })));
    await expect(openDemoHeights(context, base)).rejects.toThrow(
      /The demo’s ground and trees is not on this server|are not on this server/,
    );
    server.resetHandlers();
    change('Own', { kind: 'set-name', name: 'Own', fictional: false });
    await expect(openDemoHeights(context, base)).rejects.toThrow(/do not fit your files/);
    expect(context.project.getState().project.datasets).toHaveLength(project.datasets.length);
  });

  it('make a surface that agrees with ground, buildings and trees', async () => {
    await openDemoHeights(context, base);
    const { project } = context.project.getState();
    const workbench = new Workbench();
    for (const name of ['borough.pack', 'heights.pack'])
      for (const { contentId, table } of readPack(packOf(name)).contents) workbench.put(contentId, table);
    const { surface, ground, notes } = lastOf(projectHeights({ workbench }, project));
    expect([surface.cellWidthMetres, surface.cellHeightMetres]).toEqual([3, 3]);
    expect(surface.parts.map(({ kind }) => kind)).toEqual(['ground', 'building', 'canopy']);
    expect(notes.join('\n')).toContain('Surface made of ground and buildings in cells of');
    if (!ground) throw new Error('There is no ground.');
    const over = project.sites.map(({ lon, lat }) => {
      const [x, y] = lonLatToGrid(lon, lat);
      return heightAt(surface, x, y) - heightAt(ground, x, y);
    });
    expect(Math.min(...over), 'roofs of the sites').toBeGreaterThan(8);
    let [least, most, unknown] = [0, 0, 0];
    for (let cell = 0; cell < surface.heights.length; cell += 97) {
      const x = surface.west + ((cell % surface.columns) + 0.5) * surface.cellWidthMetres;
      const y = surface.north - (Math.floor(cell / surface.columns) + 0.5) * surface.cellHeightMetres;
      const stands = surface.heights[cell] - heightAt(ground, x, y);
      if (Number.isNaN(stands)) unknown++;
      else [least, most] = [Math.min(least, stands), Math.max(most, stands)];
    }
    // Steps of a ground of 50 m cells; no building of the borough is above 80 m.
    expect(least).toBeGreaterThan(-12);
    expect(most).toBeLessThan(92);
    expect(unknown).toBe(0);
  }, 60_000);
});
