import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, inject } from 'vitest';
import { projectRoot } from '../../src/cli/run-node.mjs';
import {
  launchStoryBrowser,
  type OpenedApp,
  type OpenOptions,
  type StoryBrowser,
  withoutWebGl,
} from './harness.ts';

/** As a page of the app is opened, and on which computer. */
export interface StoryOptions extends OpenOptions {
  /** Whether the computer has WebGL, and so the app a map. */
  map?: boolean;
}

/**
 * The browsers for the stories of a test file: one with WebGL and one without, each started when a story first asks for it.
 * When the last story ends it holds the file to the promises of every story: no uncaught error, no error on the console,
 * no policy violation, no request that leaves the machine.
 * What a story opens is closed when it ends; what `beforeAll` opens stays for all of them.
 * A story that fails leaves a picture of its pages in `.cache/stories`.
 * `map` false: without WebGL where the story does not say otherwise, for stories that look at no map; drawing one in
 * software is half of what opening the app takes.
 *
 *     const openApp = useStoryBrowser();
 *     it('…', async () => { const { page } = await openApp({ route: '#/data' }); … });
 */
export function useStoryBrowser({ map: usual = true } = {}): (options?: StoryOptions) => Promise<OpenedApp> {
  const launched = new Map<boolean, Promise<StoryBrowser>>();
  const browsers: StoryBrowser[] = [];
  const openedPages = (): OpenedApp[] => browsers.flatMap(({ opened }) => opened);
  let openedBefore: readonly OpenedApp[] = [];

  const launch = async (map: boolean): Promise<StoryBrowser> => {
    const browser = await launchStoryBrowser({
      address: inject('appAddress'),
      chromiumPath: inject('chromiumPath'),
      chromiumArguments: map ? [] : withoutWebGl,
    });
    browsers.push(browser);
    return browser;
  };

  beforeEach(() => {
    openedBefore = openedPages();
  });

  afterEach(async ({ task }) => {
    const opened = openedPages();
    if (task.result?.state === 'fail') await takePictures(task.name, opened);
    await Promise.all(
      opened.filter((app) => !openedBefore.includes(app)).map(({ context }) => context.close()),
    );
  });

  afterAll(async () => {
    const opened = openedPages();
    const networks = await Promise.all(browsers.map((browser) => browser.close()));
    expect({
      pageErrors: opened.flatMap(({ pageErrors }) => pageErrors),
      consoleErrors: opened.flatMap(({ consoleErrors }) => consoleErrors),
      policyViolations: opened.flatMap(({ policyViolations }) => policyViolations),
      foreign: networks.flatMap(({ foreign }) => foreign),
      carrying: networks.flatMap(({ carrying }) => carrying),
    }).toEqual({ pageErrors: [], consoleErrors: [], policyViolations: [], foreign: [], carrying: [] });
    for (const { own } of networks) expect(own, 'the network log shows our own requests').toBeGreaterThan(0);
  });

  return async ({ map = usual, ...options } = {}) => {
    const browser = launched.get(map) ?? launch(map);
    launched.set(map, browser);
    return (await browser).open(options);
  };
}

async function takePictures(story: string, opened: readonly OpenedApp[]): Promise<void> {
  const name = story.replace(/[^\w]+/g, '-').slice(0, 80);
  const pages = opened.map(({ page }) => page).filter((page) => !page.isClosed());
  await Promise.allSettled(
    pages.map((page, place) =>
      page.screenshot({
        path: join(projectRoot, '.cache', 'stories', `${name}-${place}.png`),
        timeout: 10_000,
      }),
    ),
  );
}
