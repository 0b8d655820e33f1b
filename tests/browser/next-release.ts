import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { generateSW } from 'workbox-build';
import { markRelease, serviceWorkerOptions } from '../../src/cli/service-worker.mjs';

/**
 * A later release of a built app, in `to`: every script and style sheet under a new name, as when code that all of them
 * share has changed, the title page saying so, and a service worker made by the build's own settings.
 */
export async function makeNextRelease(from: string, to: string, title: string): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const names = readdirSync(join(to, 'assets'), { recursive: true, encoding: 'utf8' });
  const renamed = new Map(
    names.flatMap((name) => {
      const [, hash] = /-([\w-]{8})\.(?:js|css)$/.exec(name) ?? [];
      return hash ? [[hash, createHash('sha256').update(`${title} ${hash}`).digest('hex').slice(0, 8)]] : [];
    }),
  );
  const hashes = new RegExp([...renamed.keys()].map((hash) => hash.replaceAll('-', '\\-')).join('|'), 'g');
  const rename = (text: string): string => text.replace(hashes, (hash) => renamed.get(hash) ?? hash);
  for (const path of ['index.html', ...names.map((name) => join('assets', name))]) {
    const full = join(to, path);
    if (!['.js', '.css', '.html'].includes(extname(path))) continue;
    const text = rename(readFileSync(full, 'utf8')).replaceAll('Skip to the numbers', title);
    writeFileSync(full, text);
    if (rename(path) !== path) renameSync(full, join(to, rename(path)));
  }
  const release = markRelease(to);
  await generateSW(serviceWorkerOptions({ directory: to, base: '/', release }));
}
