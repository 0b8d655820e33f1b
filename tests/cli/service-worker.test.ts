import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markRelease, serviceWorkerOptions } from '../../src/cli/service-worker.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-release-'));
  write('index.html', '<head><title>Notspot</title></head>');
  write('assets/main-abcdefgh.js', 'one');
  write('.vite/manifest.json', '{}');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

describe('the name of a release', () => {
  it('stands in its page, and is the same for the same files wherever they lie', () => {
    const name = markRelease(folder);
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain(
      `<meta name="release" content="${name}"`,
    );
    expect(markRelease(folder), 'marking again changes nothing').toBe(name);
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    write('sw.js', 'made from the others');
    expect([markRelease(copy), markRelease(folder)]).toEqual([name, name]);
    rmSync(copy, { recursive: true });
  });

  it.each([
    ['a script', 'assets/main-abcdefgh.js', 'two'],
    ['the page', 'index.html', '<head><title>Notspot</title></head> '],
    ['one more file', 'demo/borough.pack', ''],
  ])('changes with %s', (_what, path, text) => {
    const name = markRelease(folder);
    write(path, text);
    expect(markRelease(folder)).not.toBe(name);
  });
});

describe('the settings of the service worker', () => {
  const options = (base = '/') =>
    serviceWorkerOptions({ directory: folder, base, release: '0123456789abcdef' });

  it('carry the hash of every file, so that nothing else is kept in its place', async () => {
    const [transform] = options().manifestTransforms ?? [];
    const { manifest } = await transform([{ url: 'assets/main-abcdefgh.js', revision: null, size: 3 }]);
    // printf one | openssl dgst -sha256 -binary | base64
    expect(manifest[0]).toMatchObject({ integrity: 'sha256-dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0=' });
  });

  it.each(['/', '/maps/', '/a.b/'])('open the page of the base %s and no other address', (base) => {
    const [page] = options(base).navigateFallbackAllowlist ?? [];
    for (const path of [base, `${base}index.html`, `${base}?from=mail`])
      expect(page.test(path), path).toBe(true);
    for (const path of [`${base}sw.js`, `${base}hosting/nginx.conf`, `${base}x`, '/other/'])
      expect(page.test(path), path).toBe(false);
  });
});
