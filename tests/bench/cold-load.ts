import { launchStoryBrowser } from '../browser/harness.ts';

/**
 * Asked: does a first visitor see the headline and a finished map of the demo borough within 3 s?
 * Each run is a browser of its own with nothing kept. The clock is the page's: from the start of the navigation until
 * a first-level heading is painted and the map is idle (or cannot be shown on this machine).
 * @returns seconds of each run, in the order they were made
 */
export async function measureColdLoads(options: {
  address: string;
  chromiumPath: string;
  runs: number;
}): Promise<number[]> {
  const { address, chromiumPath, runs } = options;
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const browser = await launchStoryBrowser({ address, chromiumPath, withGraphics: true });
    const { page } = await browser.open();
    const finished = await page.waitForFunction(() => {
      const { map } = document.documentElement.dataset;
      const painted = (document.querySelector('h1')?.getBoundingClientRect().height ?? 0) > 0;
      return painted && (map === 'idle' || map === 'none') ? performance.now() : 0;
    });
    seconds.push((await finished.jsonValue()) / 1000);
    await browser.close();
  }
  return seconds;
}
