import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foreignAddresses, measureBuild } from '../../src/cli/measure-build.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-build-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

/** Text that gzip brings down to about this many kilobytes: hex digits of noise halve. */
const noise = (kilobytes: number) => randomBytes(Math.round(kilobytes * 1000 * 0.87)).toString('hex');

describe('the weight of a build', () => {
  it('counts the first script with its static imports, then the map with all workers', () => {
    write('index.html', '<script type="module" src="/assets/main.js"></script>');
    write('assets/main.js', noise(20));
    write('assets/shared.js', noise(10));
    write('assets/map.js', noise(50));
    write('assets/maplibre-gl.js', noise(100));
    write('assets/csv.js', noise(400));
    write('assets/compute-worker.js', noise(30));
    write(
      '.vite/manifest.json',
      JSON.stringify({
        'index.html': {
          file: 'assets/main.js',
          isEntry: true,
          imports: ['_shared.js'],
          dynamicImports: ['src/map/show.ts', 'src/formats/csv.ts'],
        },
        '_shared.js': { file: 'assets/shared.js' },
        'src/map/show.ts': { file: 'assets/map.js', imports: ['_maplibre-gl.js', '_shared.js'] },
        '_maplibre-gl.js': { file: 'assets/maplibre-gl.js' },
        'src/formats/csv.ts': { file: 'assets/csv.js' },
      }),
    );
    const { beforeMap, withMap } = measureBuild(folder);
    expect(beforeMap).toBeGreaterThan(28);
    expect(beforeMap).toBeLessThan(34);
    expect(withMap).toBeGreaterThan(195);
    expect(withMap).toBeLessThan(225);
  });

  it('is refused for a page that loads no script of it', () => {
    write('index.html', '<p>nothing</p>');
    write('.vite/manifest.json', JSON.stringify({ 'index.html': { file: 'assets/main.js', isEntry: true } }));
    expect(() => measureBuild(folder)).toThrow('index.html loads no script of the build');
  });
});

describe('foreign addresses', () => {
  it('are found by file, and names that are never requested are not', () => {
    write('index.html', '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
    write(
      'assets/a.js',
      'fetch("https://tiles.example.test/1.pbf"); new WebSocket("wss://live.example.test/")',
    );
    write('assets/a.css', '@import url(http://fonts.example.test/a.css);');
    write('borough.pack', 'https://inside-data.example.test/');
    expect(foreignAddresses(folder).sort()).toEqual([
      'assets/a.css: http://fonts.example.test/a.css',
      'assets/a.js: https://tiles.example.test/1.pbf',
      'assets/a.js: wss://live.example.test/',
    ]);
  });
});
