import type { Page } from 'playwright';
import { launchStoryBrowser } from '../browser/harness.ts';
import { type Deed, presses, settled, topic } from './deeds.ts';
import { DUEL_DEEDS } from './duel-deeds.ts';
import { type Figure, limitFigure } from './figure.ts';
import { largeBoroughFiles } from './large-borough-files.ts';
import { median } from './seeded.ts';

/** Milliseconds of the tasks over 50 ms that each deed of one run gave the main thread, by the deed's words. */
type Tasks = Map<string, number[]>;

/**
 * Asked: does any view make the page stand still for more than 100 ms? Everything is done on the demo, then on the large
 * borough, each run in a browser of its own. The browser itself tells of tasks (those under 50 ms it does not tell of, they
 * stand as 0). A figure is the median over the runs of the longest task; all over 100 ms of all runs are named beside it.
 */
export async function benchLongTasks(options: {
  address: string;
  chromiumPath: string;
  demoRuns: number;
  largeRuns: number;
}): Promise<Figure[]> {
  const { demoRuns, largeRuns, ...at } = options;
  const files = largeRuns > 0 ? await largeBoroughFiles() : [];
  return [
    ...figuresOf('demo', await repeat(demoRuns, () => watchDeeds(at, [FIRST_VISIT, ...VIEWS]))),
    ...figuresOf(
      'large borough',
      await repeat(largeRuns, () => watchDeeds(at, [FIRST_VISIT, dropping(files), ...VIEWS])),
    ),
  ];
}

/** Asked: the same of a duel over the demo's worst cluster, from the empty page to what is undone, on both maps of the swipe. */
export async function benchDuelTasks(options: {
  address: string;
  chromiumPath: string;
  runs: number;
}): Promise<Figure[]> {
  const { runs, ...at } = options;
  return figuresOf('duel', await repeat(runs, () => watchDeeds(at, [FIRST_VISIT, ...DUEL_DEEDS])));
}

const FIRST_VISIT: Deed = { what: 'first seen', run: settled };

const VIEWS: readonly Deed[] = [
  { what: 'another definition', run: choosesDefinition },
  { what: 'a ward opened', run: (page) => presses(page, '.worst-name') },
  { what: 'clusters opened', run: (page) => topic(page, 'Clusters') },
  { what: 'areas opened', run: (page) => topic(page, 'Areas') },
  { what: 'compare opened', run: (page) => topic(page, 'Compare') },
  { what: 'before/after opened, with its second map', run: (page) => topic(page, 'Before/after') },
  { what: 'the divider moved', run: movesDivider },
  { what: 'side by side', run: (page) => look(page, 'Side by side') },
  { what: 'the difference, second map left', run: (page) => look(page, 'Difference') },
  { what: 'before/after swiped again', run: (page) => look(page, 'Swipe') },
  { what: 'before/after left for the wards', run: (page) => topic(page, 'Wards') },
  { what: 'a figure explained', run: (page) => presses(page, '#panel .explained') },
  { what: 'the explanation closed', run: (page) => page.keyboard.press('Escape').then(() => settled(page)) },
  { what: 'the data page opened', run: (page) => goTo(page, 'Data') },
];

async function watchDeeds(
  at: { address: string; chromiumPath: string },
  deeds: readonly Deed[],
): Promise<Tasks> {
  const browser = await launchStoryBrowser({ ...at, withGraphics: true });
  try {
    const { page, context } = await browser.open({ route: '#/privacy' });
    page.setDefaultTimeout(120_000);
    await context.addInitScript(() => {
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => take(list.getEntries()));
      const take = (entries: PerformanceEntryList): void => {
        for (const { duration } of entries) tasks.push(duration);
      };
      observer.observe({ type: 'longtask', buffered: true });
      Object.assign(globalThis, {
        takeLongTasks: () => {
          take(observer.takeRecords());
          return tasks.splice(0);
        },
      });
    });
    await page.goto('about:blank');
    await page.goto(`${at.address}#/not-spots`);
    const found: Tasks = new Map();
    for (const { what, run } of deeds) {
      await run(page);
      found.set(what, await takeTasks(page));
    }
    return found;
  } finally {
    await browser.close();
  }
}

/** After two frames: a task is told of once it has ended. */
async function takeTasks(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return (globalThis as unknown as { takeLongTasks(): number[] }).takeLongTasks();
  });
}

function figuresOf(of: string, runs: readonly Tasks[]): Figure[] {
  return [...(runs[0]?.keys() ?? [])].map((what) => {
    const tasks = runs.map((run) => run.get(what) ?? []);
    const over = tasks.flat().filter((milliseconds) => milliseconds > MOST_MILLISECONDS);
    const named = over.length === 0 ? 'none over' : `over: ${over.map((one) => one.toFixed(0)).join(' ')}`;
    return limitFigure({
      row: 'tasks',
      what: `${of}, ${what}: longest task, median of ${runs.length} (${named})`,
      value: median(tasks.map((one) => Math.max(0, ...one))),
      most: MOST_MILLISECONDS,
      unit: 'ms',
    });
  });
}

const MOST_MILLISECONDS = 100;

async function repeat<T>(times: number, run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < times; i++) results.push(await run());
  return results;
}

async function look(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name }).check({ force: true });
  await settled(page);
}

async function movesDivider(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Divider between before and after' }).focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowLeft');
  await settled(page);
}

async function choosesDefinition(page: Page): Promise<void> {
  const select = page
    .locator('select')
    .filter({ has: page.locator('option[value="double"]') })
    .first();
  for (const index of [1, 0]) {
    await select.selectOption({ index });
    await settled(page);
  }
}

function dropping(files: readonly string[]): Deed {
  return {
    what: `${files.length} files dropped`,
    run: async (page) => {
      await goTo(page, 'Data');
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([...files]);
      await page.waitForFunction(() => /500,000/.test(document.querySelector('tfoot')?.textContent ?? ''));
      await settled(page);
      await goTo(page, 'Not-spots');
    },
  };
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click();
  await settled(page);
}
