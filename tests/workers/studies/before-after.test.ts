import { beforeAll, describe, expect, test } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { askSides, setSides } from '../../../src/actions/compare-sides.ts';
import { importFiles } from '../../../src/actions/import-files.ts';
import type { CountSides } from '../../../src/domain/before-after/count-side.ts';
import { ROW_CHANGES } from '../../../src/domain/before-after/row-change.ts';
import { readSides } from '../../../src/stores/derived/sides-text.ts';
import { makeAppContext } from '../../builders/app-context.ts';
import { makePilot } from '../../builders/pilot.ts';
import { readLayer } from '../tiles/read-tile.ts';

const pilot = makePilot();
let context: AppContext;

const records = (name: string, column: string, has: (i: number) => boolean): File => {
  const lines = pilot.premises.map(({ uprn }, i) => `${uprn},${has(i)}`);
  return new File([`uprn,${column}\r\n${lines.join('\r\n')}\r\n`], name);
};

async function ask(sides: CountSides): Promise<void> {
  const { project } = context.project.getState();
  setSides(context, { ...readSides(null, project).view, sides });
  await askSides(context);
}

const side = (recipeText: string) => ({ recipeText, withoutLayers: [], releases: [] });

/** How many points of each state a tile over everything holds. */
async function states(count: 'before' | 'after' | 'difference'): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const tile = await context.compute.api.tile({ kind: 'premises', count }, 0, 0, 0);
  for (const { properties } of readLayer(tile, 'premises')) {
    const state = String(properties.state);
    found.set(state, (found.get(state) ?? 0) + Number(properties.more));
  }
  return found;
}

beforeAll(async () => {
  context = makeAppContext().context;
  await importFiles(context, [
    new File([pilot.premisesCsv], 'premises.csv'),
    records('gigabit.csv', 'gigabit', (i) => i % 2 === 0),
    records('superfast.csv', 'superfast', (i) => i % 3 === 0),
  ]);
});

describe('the study of two counts', () => {
  test('answers with both counts, and leaves tiles of each and of the difference', async () => {
    const { project } = context.project.getState();
    const names = project.layers.map(({ key }) => key);
    expect(names).toEqual(['gigabit', 'superfast']);
    await ask({ before: side('no gigabit'), after: side('no superfast') });
    const { status, problem, answer } = context.studies['before-after'].getState();
    expect([status, problem]).toEqual(['ready', null]);
    const total = pilot.premises.length;
    const rows = (test: (i: number) => boolean) => pilot.premises.filter((_, i) => test(i)).length;
    const [became, ceased] = [
      rows((i) => i % 2 === 0 && i % 3 !== 0),
      rows((i) => i % 2 !== 0 && i % 3 === 0),
    ];
    expect(answer?.comparison.moves.became.at(-1)).toBe(became);
    expect(answer?.comparison.moves.ceased.at(-1)).toBe(ceased);
    const at = await states('difference');
    expect([...at.keys()].every((state) => (ROW_CHANGES as readonly string[]).includes(state))).toBe(true);
    expect([...at.values()].reduce((sum, more) => sum + more, 0)).toBe(total);
    expect([at.get('became'), at.get('ceased')]).toEqual([became, ceased]);
    expect((await states('before')).get('not-spot')).toBe(answer?.before.notSpots.mid.at(-1));
    expect((await states('after')).get('not-spot')).toBe(answer?.after.notSpots.mid.at(-1));
  });

  test('sends nothing of single rows to the screen', () => {
    const { answer } = context.studies['before-after'].getState();
    expect([answer?.before.rowState.length, answer?.comparison.rowChange.length]).toEqual([0, 0]);
  });

  test('leaves no tiles once the data is forgotten, and refuses what cannot be compared in words', async () => {
    await ask({ before: side('no gigabit'), after: side('no radio') });
    expect(context.studies['before-after'].getState()).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('The definition of “after” cannot be used: There is no layer'),
    });
    await context.compute.api.forgetContents(['a file of another project']);
    expect((await states('difference')).size).toBeGreaterThan(0);
    await context.compute.api.forgetContents(['file-1']);
    expect((await states('difference')).size).toBe(0);
  });
});
