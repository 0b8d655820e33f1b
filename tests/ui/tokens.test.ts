import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/cli/run-node.mjs';

const css = readFileSync(join(projectRoot, 'src/ui/tokens.css'), 'utf8');
const DEFICIENCIES = deficiencies();
const light = tokensIn(css.slice(0, css.indexOf('[data-theme="dark"]')));
const dark = { ...light, ...tokensIn(blockAfter('[data-theme="dark"]')) };

const texts: readonly [string, string][] = [
  ['--ink', '--paper'],
  ['--ink', '--sunk'],
  ['--ink', '--accent-wash'],
  ['--ink-soft', '--paper'],
  ['--ink-soft', '--sunk'],
  ['--ink-soft', '--accent-wash'],
  ['--accent', '--paper'],
  ['--accent', '--accent-wash'],
  ['--accent-ink', '--accent'],
  ['--not-spot-ink', '--paper'],
  ['--change-fewer-ink', '--paper'],
  ['--change-fewer-ink', '--accent-wash'],
  ['--bad', '--paper'],
  ['--bad', '--bad-wash'],
  ['--warn', '--paper'],
  ['--warn', '--warn-wash'],
  ['--good', '--paper'],
  ['--bar-ink', '--bar'],
  ['--bar-ink-soft', '--bar'],
  ['--bar-mark', '--bar'],
  ['--map-label', '--map-label-halo'],
];
const marks: readonly [string, string][] = [
  ['--not-spot', '--map-land'],
  ['--change-less-3', '--map-land'],
  ['--change-more-3', '--map-land'],
  ['--tech-gigabit', '--map-land'],
  ['--tech-5g', '--map-land'],
  ['--tech-radio', '--map-land'],
  ['--tech-dig', '--map-land'],
  ['--tech-other', '--map-land'],
  ['--dig-blocked', '--map-land'],
  ['--dig-protected', '--map-land'],
  ['--tech-dig', '--map-road'],
  ['--tech-dig', '--paper'],
  ['--dig-blocked', '--paper'],
  ['--dig-protected', '--paper'],
  ['--tech-gigabit', '--paper'],
  ['--tech-radio', '--paper'],
  ['--line-strong', '--paper'],
  ['--line-strong', '--raised'],
  ['--focus', '--paper'],
  ['--focus', '--map-land'],
  ['--ward-line', '--map-land'],
  ['--ward-line-selected', '--map-land'],
  ['--mark-found', '--map-land'],
  ['--mark-quality', '--map-land'],
  ['--mark-gained', '--map-land'],
  ['--mark-lost', '--map-land'],
  ['--mark-changed', '--map-land'],
  ['--mark-found', '--paper'],
  ['--mark-quality', '--paper'],
  ['--mark-gained', '--paper'],
  ['--mark-lost', '--paper'],
  ['--mark-changed', '--paper'],
];

describe.each([
  { theme: 'light', tokens: light },
  { theme: 'dark', tokens: dark },
])('the colours, $theme', ({ tokens }) => {
  it.each(texts)('%s on %s reads: 4.5 to 1', (ink, paper) => {
    expect(contrast(tokens[ink], tokens[paper])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('%s on %s shows: 3 to 1', (mark, ground) => {
    expect(contrast(tokens[mark], tokens[ground])).toBeGreaterThanOrEqual(3);
  });

  const together = [
    ['--not-spot', '--tech-gigabit', '--tech-5g', '--tech-radio'],
    ['--tech-dig', '--tech-gigabit', '--dig-blocked', '--dig-protected'],
  ];
  const deficient = Object.keys(DEFICIENCIES);
  it.each(
    deficient.flatMap((deficiency) => together.map((of) => ({ deficiency, of: of.join(' '), names: of }))),
  )('$of stay apart under $deficiency', ({ deficiency, names }) => {
    const seen = names.map((name) => labOf(simulate(tokens[name], DEFICIENCIES[deficiency])));
    const apart = names.flatMap((name, i) =>
      names
        .slice(i + 1)
        .map((other, j) => ({ pair: `${name} ${other}`, distance: distance(seen[i], seen[i + 1 + j]) })),
    );
    expect(apart.filter((one) => one.distance < 12)).toEqual([]);
  });

  it.each(Object.keys(DEFICIENCIES))('steps of a change stay apart under %s', (deficiency) => {
    const names = ['less-3', 'less-2', 'less-1', 'more-1', 'more-2', 'more-3'];
    const seen = ['--class-0', ...names.map((name) => `--change-${name}`)].map((name) =>
      labOf(simulate(tokens[name], DEFICIENCIES[deficiency])),
    );
    for (const [i, one] of seen.entries())
      for (const other of seen.slice(i + 1)) expect(distance(one, other)).toBeGreaterThan(5);
  });

  it('steps of the choropleth are ordered in lightness, each step to be seen', () => {
    const lightness = [1, 2, 3, 4, 5].map((step) => labOf(channels(tokens[`--class-${step}`]))[0]);
    const steps = lightness.slice(1).map((value, i) => Math.abs(value - lightness[i]));
    const descending = lightness.slice(1).every((value, i) => value < lightness[i]);
    const ascending = lightness.slice(1).every((value, i) => value > lightness[i]);
    expect(descending || ascending).toBe(true);
    expect(Math.min(...steps)).toBeGreaterThan(6);
  });
});

it('has no type below 14 px', () => {
  const sizes = [...css.matchAll(/--size-\d: ([\d.]+)rem/g)].map(([, size]) => Number(size) * 16);
  expect(sizes).toHaveLength(5);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
});

type Rgb = readonly [number, number, number];

function tokensIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

function blockAfter(selector: string): string {
  const start = css.indexOf(selector);
  return css.slice(start, css.indexOf('}', start));
}

/** sRGB channels, 0 … 1. */
function channels(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = channels(hex).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Severity 1.0 matrices of Machado, Oliveira and Fernandes (2009), on linear RGB. */
function deficiencies(): Record<string, readonly Rgb[]> {
  return {
    protanopia: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    deuteranopia: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    tritanopia: [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  };
}

/** The colour as it is seen, in sRGB channels. */
function simulate(hex: string, matrix: readonly Rgb[]): Rgb {
  const from = channels(hex).map(linear);
  const seen = matrix.map((row) =>
    Math.max(0, Math.min(1, row[0] * from[0] + row[1] * from[1] + row[2] * from[2])),
  );
  const companded = seen.map((value) =>
    value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055,
  );
  return [companded[0], companded[1], companded[2]];
}

/** CIE L*a*b* under D65. */
function labOf(rgb: Rgb): Rgb {
  const [red, green, blue] = rgb.map(linear);
  const scaled = [
    (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
    0.2126729 * red + 0.7151522 * green + 0.072175 * blue,
    (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883,
  ].map((value) => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116));
  return [116 * scaled[1] - 16, 500 * (scaled[0] - scaled[1]), 200 * (scaled[1] - scaled[2])];
}

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
