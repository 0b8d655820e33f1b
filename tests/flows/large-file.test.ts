import { expect, it } from 'vitest';
import { ALONE_BYTES } from '../../src/workers/read-alone.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { chooseFiles } from './give-files.ts';

const openApp = useStoryBrowser({ map: false });

const IS_COMPUTE = /compute\.worker/;

/** Rows of premises without a place, just over the size from which a file is read by a worker of its own. */
function rows(): { readonly text: string; readonly count: number } {
  const row = (i: number): string => `${100_000_000_000 + i},${'x'.repeat(200)}\n`;
  const count = Math.ceil(ALONE_BYTES / row(0).length) + 1;
  return { text: `uprn,remarks\n${Array.from({ length: count }, (_, i) => row(i)).join('')}`, count };
}

it('a large file is read by a worker of its own, which is gone then, and a broken one is refused by name', async () => {
  const { page } = await openApp({ route: '#/data', reducedMotion: 'reduce' });
  const text = () => page.locator('body').innerText();
  await expect.poll(text, { timeout: 30_000 }).toContain('premises.csv');
  const readers: string[] = [];
  page.on('worker', (worker) => {
    if (IS_COMPUTE.test(worker.url())) readers.push(worker.url());
  });
  const { text: csv, count } = rows();
  await chooseFiles(page, [
    { name: 'large.csv', text: csv },
    { name: 'open-quote.csv', text: `${csv}1,"never closed\n` },
  ]);
  await expect.poll(text, { timeout: 60_000 }).toContain('large.csv');
  await expect.poll(text, { timeout: 20_000 }).toContain(count.toLocaleString('en-GB'));
  await expect.poll(text, { timeout: 20_000 }).toContain('open-quote.csv');
  expect(readers).toHaveLength(2);
  const alive = (): number => page.workers().filter((worker) => IS_COMPUTE.test(worker.url())).length;
  await expect.poll(alive, { timeout: 20_000 }).toBe(1);
});
