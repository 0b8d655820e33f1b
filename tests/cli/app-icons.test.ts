import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { appIcons } from '../../src/cli/app-icons.mjs';
import { projectRoot } from '../../src/cli/run-node.mjs';

const manifest = JSON.parse(readFileSync(join(projectRoot, 'public', 'manifest.webmanifest'), 'utf8'));
const icons = appIcons();

it.each(Object.entries(icons))('public/%s is what is drawn', (name, drawn) => {
  const path = join(projectRoot, 'public', name);
  const present = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  // How well a file is packed depends on the version of zlib; what it shows does not.
  const isSame = present.length > 0 && pixelsOf(present).equals(pixelsOf(drawn));
  if (!isSame) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, drawn);
  }
  expect(isSame, `public/${name} differed and was written anew: look at it and commit it`).toBe(true);
});

it('the manifest names icons that are there, in their sizes, one of them to be cut to any shape', () => {
  const { icons: named } = manifest as { icons: { src: string; sizes: string; purpose?: string }[] };
  for (const { src, sizes } of named.filter(({ src }) => src.endsWith('.png'))) {
    const file = icons[src];
    expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(named.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  expect(named.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src } of named) expect(existsSync(join(projectRoot, 'public', src)), src).toBe(true);
});

it('an icon to be cut has no transparent pixel, and its picture lies within the circle that is never cut', () => {
  const pixels = pixelsOf(icons['icons/maskable-512.png']);
  for (let y = 0; y < 512; y++) {
    for (let x = 0; x < 512; x++) {
      const at = y * (512 * 4 + 1) + 1 + x * 4;
      const isGround = pixels[at] === 0x12 && pixels[at + 1] === 0x33 && pixels[at + 2] === 0x3b;
      if (pixels[at + 3] !== 255 || (Math.hypot(x - 255.5, y - 255.5) > 0.4 * 512 && !isGround))
        throw new Error(`pixel ${x}, ${y}`);
    }
  }
});

/** The unpacked rows of a PNG with one block of data. */
function pixelsOf(png: Buffer): Buffer {
  const at = png.indexOf('IDAT', 0, 'latin1');
  return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
}
