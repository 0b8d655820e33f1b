import { crc32, deflateSync } from 'node:zlib';

/**
 * The icons of the installed app as PNG files, by path inside `public/`: the drawing of `public/icon.svg`, because some
 * systems take no SVG. The copies in `public/` are compared with these by a test, which rewrites them when they differ.
 * A maskable icon fills its square: the system cuts it to its own shape.
 * @returns {Record<string, Buffer>}
 */
export function appIcons() {
  return {
    'icons/icon-192.png': png(drawIcon(192, { rounded: true })),
    'icons/icon-512.png': png(drawIcon(512, { rounded: true })),
    'icons/maskable-512.png': png(drawIcon(512, { rounded: false })),
    'icons/apple-touch-icon.png': png(drawIcon(180, { rounded: false })),
  };
}

/** @typedef {{ size: number, pixels: Uint8Array }} Picture `pixels`: red, green, blue, opacity of each, row by row */

/** Side of the drawing's own square. */
const SIDE = 32;
/** Points looked at in each direction of a pixel. */
const FINE = 4;

const GROUND = [0x12, 0x33, 0x3b];
const RING = [0x5f, 0xc8, 0xbd];
const PIN = [0xf0, 0x61, 0x3d];

/**
 * @param {number} size
 * @param {{ rounded: boolean }} options
 * @returns {Picture}
 */
function drawIcon(size, { rounded }) {
  const pixels = new Uint8Array(size * size * 4);
  for (let i = 0; i < size * size; i++) {
    const sum = [0, 0, 0, 0];
    for (let j = 0; j < FINE * FINE; j++) {
      const x = (((i % size) + ((j % FINE) + 0.5) / FINE) * SIDE) / size;
      const y = ((Math.floor(i / size) + (Math.floor(j / FINE) + 0.5) / FINE) * SIDE) / size;
      const colour = colourAt(x, y, rounded);
      if (!colour) continue;
      for (let k = 0; k < 3; k++) sum[k] += colour[k];
      sum[3]++;
    }
    for (let k = 0; k < 3; k++) pixels[i * 4 + k] = sum[3] === 0 ? 0 : Math.round(sum[k] / sum[3]);
    pixels[i * 4 + 3] = Math.round((255 * sum[3]) / (FINE * FINE));
  }
  return { size, pixels };
}

/**
 * @param {number} x
 * @param {number} y
 * @param {boolean} rounded
 */
function colourAt(x, y, rounded) {
  if (rounded && !isInRoundedSquare(x, y)) return undefined;
  if (Math.hypot(x - 16, y - 14) <= 2.2) return GROUND;
  if (isInPin(x, y)) return PIN;
  return isOnRing(x, y) ? RING : GROUND;
}

/**
 * @param {number} x
 * @param {number} y
 */
function isInRoundedSquare(x, y) {
  const radius = 6;
  const inward = (/** @type {number} */ at) => Math.max(radius - at, at - (SIDE - radius), 0);
  return Math.hypot(inward(x), inward(y)) <= radius;
}

/**
 * A ring of radius 10 and width 2.5, in dashes of 3.5 with gaps of 2.6 from the east on clockwise.
 * @param {number} x
 * @param {number} y
 */
function isOnRing(x, y) {
  if (Math.abs(Math.hypot(x - 16, y - 16) - 10) > 1.25) return false;
  const turn = (Math.atan2(y - 16, x - 16) + 2 * Math.PI) % (2 * Math.PI);
  return (turn * 10) % 6.1 <= 3.5;
}

/**
 * A half circle of radius 6 about (16, 14), and below it two curves that meet in (16, 24.5).
 * @param {number} x
 * @param {number} y
 */
function isInPin(x, y) {
  if (y <= 14) return Math.hypot(x - 16, y - 14) <= 6;
  if (y > 24.5) return false;
  // The curve's own way from 0 at (10, 14) to 1 at the point, found by halving: y grows all along.
  let low = 0;
  let high = 1;
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (cubic(14, 18.4, 24.5, middle) < y) low = middle;
    else high = middle;
  }
  return Math.abs(x - 16) <= 16 - cubic(10, 10, 16, low);
}

/**
 * A cubic Bézier curve whose third and fourth point are one.
 * @param {number} first
 * @param {number} second
 * @param {number} last
 * @param {number} t
 */
function cubic(first, second, last, t) {
  const u = 1 - t;
  return u * u * u * first + 3 * u * u * t * second + (3 * u * t * t + t * t * t) * last;
}

/** @param {Picture} picture */
function png({ size, pixels }) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  // Each row begins with its filter: none.
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++)
    rows.set(pixels.subarray(y * size * 4, (y + 1) * size * 4), y * (size * 4 + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}
