import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { projectRoot } from '../../src/cli/run-node.mjs';
import {
  launchStoryBrowser,
  type OpenedApp,
  type OpenOptions,
  type StoryBrowser,
  withoutWebGl,
} from './harness.ts';

/**
 * One browser for the stories of a test file. When the last story ends it holds the file to the promises of every
 * story: no uncaught error, no error on the console, no policy violation, no request that leaves the machine.
 * What a story opens is closed when it ends; what `beforeAll` opens stays for all of them.
 * A story that fails leaves a picture of its pages in `.cache/stories`.
 * `map` false: a computer without WebGL, for stories that look at no map; drawing one in software takes a third of their time.
 *
 *     const openApp = useStoryBrowser();
 *     it('…', async () => { const { page } = await openApp({ route: '#/data' }); … });
 */
export function useStoryBrowser({ map = true } = {}): (options?: OpenOptions) => Promise<OpenedApp> {
  let browser: StoryBrowser | undefined;
  let openedBefore = 0;

  beforeAll(async () => {
    browser = await launchStoryBrowser({
      address: inject('appAddress'),
      chromiumPath: inject('chromiumPath'),
      chromiumArguments: map ? [] : withoutWebGl,
    });
  });

  beforeEach(() => {
    openedBefore = browser?.opened.length ?? 0;
  });

  afterEach(async ({ task }) => {
    if (!browser) return;
    if (task.result?.state === 'fail') await takePictures(task.name, browser.opened);
    await Promise.all(browser.opened.slice(openedBefore).map(({ context }) => context.close()));
  });

  afterAll(async () => {
    if (!browser) return;
    const { opened } = browser;
    const network = await browser.close();
    expect({
      pageErrors: opened.flatMap(({ pageErrors }) => pageErrors),
      consoleErrors: opened.flatMap(({ consoleErrors }) => consoleErrors),
      policyViolations: opened.flatMap(({ policyViolations }) => policyViolations),
      foreign: network.foreign,
      carrying: network.carrying,
    }).toEqual({ pageErrors: [], consoleErrors: [], policyViolations: [], foreign: [], carrying: [] });
    expect(network.own, 'the network log shows our own requests').toBeGreaterThan(0);
  });

  return (options) => {
    if (!browser) throw new Error('openApp was called outside a story');
    return browser.open(options);
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
