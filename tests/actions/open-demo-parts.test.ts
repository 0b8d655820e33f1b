import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo } from '../../src/actions/open-demo.ts';
import { DEMO_PARTS_WORDS, openDemoParts } from '../../src/actions/open-demo-parts.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { duelNeeds } from '../../src/stores/derived/duel-needs.ts';
import { makeAppContext } from '../builders/app-context.ts';

const base = 'http://localhost/';
const fetched: string[] = [];
const packOf = (name: string) => readFileSync(join(projectRoot, 'public/demo', name));
const server = setupServer(
  ...['borough.pack', 'heights.pack', 'streets.pack'].map((name) =>
    http.get(`${base}demo/${name}`, () => {
      fetched.push(name);
      return HttpResponse.arrayBuffer(new Uint8Array(packOf(name)).buffer);
    }),
  ),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

it('all that a duel needs of the demo is fetched once, and nothing that is there already', async () => {
  const { context, end } = makeAppContext();
  await openDemo(context, base);
  expect(duelNeeds(context.project.getState().project).map(({ role }) => role)).toEqual([
    'heights',
    'streets',
    'fibre points',
  ]);
  fetched.length = 0;
  await openDemoParts(context, base);
  expect(fetched).toEqual(['heights.pack', 'streets.pack']);
  expect(duelNeeds(context.project.getState().project)).toEqual([]);
  await openDemoParts(context, base);
  expect(fetched).toHaveLength(2);
  const said = Number(/(\d+) kB/.exec(DEMO_PARTS_WORDS)?.[1]);
  const bytes = packOf('heights.pack').length + packOf('streets.pack').length;
  expect(said).toBeGreaterThan(0.9 * (bytes / 1_000));
  expect(said).toBeLessThan(1.1 * (bytes / 1_000) + 1);
  end();
});
