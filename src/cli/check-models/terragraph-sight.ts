import { fresnelRadiusMetres } from '../../domain/radio/fresnel-radius.ts';
import { instantNegative, type LinkEnd, sightConfidence } from '../../domain/radio/sight-confidence.ts';
import { MEGAHERTZ_PER_GIGAHERTZ } from '../../domain/units.ts';
import { type CaseObject, isAside, isObject, numberOf, numbersOf, objectsOf } from './case-document.ts';
import { CaseFileFault } from './case-file-fault.ts';
import { caseGrid } from './case-grid.ts';
import type { Case } from './case-kind.ts';
import type { Comparison } from './compared-figure.ts';

/** Terragraph's confidence that two sites see each other, with a cylinder or an ellipsoid about their line. */
export function terragraphSightCases(document: CaseObject): Case[] {
  const confidences = objectsOf(document, 'cases').map((one, i) => {
    const name = typeof one.case === 'string' ? one.case : `case ${i + 1}`;
    return { name, aside: isAside(one), compare: () => [confidenceOf(one, name)] };
  });
  const negatives = objectsOf(document, 'immediate_negatives').map((one, i) => {
    const name = typeof one.case === 'string' ? one.case : `negative ${i + 1}`;
    return { name, aside: isAside(one), compare: () => [negativeOf(one, name)] };
  });
  return [...confidences, ...negatives];
}

function confidenceOf(one: CaseObject, name: string): Comparison {
  const ends = [endOf(one, 'site1_xyz', name), endOf(one, 'site2_xyz', name)] as const;
  const limits = {
    mostMetres: numberOf(one, 'max_dist_m', name),
    mostDegrees: numberOf(one, 'max_el_deg', name),
    excluded: [],
  };
  const computed = instantNegative(ends[0], ends[1], limits)
    ? 0
    : sightConfidence(gridOf(one, name), ends, zoneOf(one, ends, name));
  const expected = numberOf(one, 'expected_confidence', name);
  const shown = { what: 'confidence', expected, computed, unit: '' };
  const off = Math.abs(computed - expected);
  if (one.compare === 'lt') return { ...shown, error: computed < expected ? 0 : Number.NaN, allowed: 0 };
  if (one.compare === 'eq') return { ...shown, error: off, allowed: 0 };
  if (one.compare === 'approx5') return { ...shown, error: off, allowed: 0.5e-5 };
  throw new CaseFileFault(
    'UNKNOWN_WORD',
    `${name} is to be compared as ${String(one.compare)}, which is not known.`,
  );
}

function gridOf(one: CaseObject, name: string) {
  if (!isObject(one.grid)) throw new CaseFileFault('NO_FIGURE', `${name} has no grid.`);
  const half = numberOf(one.grid, 'res_m', name) / 2;
  return caseGrid(
    one.grid,
    {
      rows: 'dsm_rows_north_to_south',
      cell: 'res_m',
      west: numberOf(one.grid, 'x_left_center', name) - half,
      north: numberOf(one.grid, 'y_top_center', name) + half,
    },
    name,
  );
}

function zoneOf(one: CaseObject, [from, to]: readonly [LinkEnd, LinkEnd], name: string) {
  if (one.model === 'cylinder') {
    const radius = numberOf(one, 'fresnel_radius_m', name);
    return { radiusMetres: () => radius, widestMetres: radius };
  }
  if (one.model !== 'ellipsoid')
    throw new CaseFileFault(
      'UNKNOWN_WORD',
      `${name} is of the model ${String(one.model)}, which is not known.`,
    );
  const frequency = numberOf(one, 'freq_mhz', name) / MEGAHERTZ_PER_GIGAHERTZ;
  const half = Math.hypot(to.x - from.x, to.y - from.y, to.metres - from.metres) / 2;
  return {
    radiusMetres: (near: number, far: number) => fresnelRadiusMetres(frequency, near, far),
    widestMetres: fresnelRadiusMetres(frequency, half, half),
  };
}

function endOf(one: CaseObject, member: string, name: string): LinkEnd {
  const [x, y, metres] = numbersOf(one, member, name);
  return { x, y, metres, building: null };
}

/** Pairs that meet the rules which the file states in words, with its figures; the confidence of all of them is 0. */
const PAIRS: readonly {
  readonly rule: RegExp;
  readonly pair: readonly [LinkEnd, LinkEnd];
  readonly why: string;
}[] = [
  { rule: /^same x,y/, pair: [site(1, 1, 10), site(1, 1, 20)], why: 'same place' },
  { rule: /^same building/, pair: [site(0, 0, 10, 'a'), site(1, 1, 10, 'a')], why: 'same building' },
  { rule: /^beyond max distance \(2 m/, pair: [site(0, 0, 10), site(2, 2, 10)], why: 'too far' },
  { rule: /^elevation angle above/, pair: [site(0, 0, 10), site(4, 0, 20)], why: 'too steep' },
  { rule: /^crosses exclusion/, pair: [site(0, 0, 10), site(1, 0, 10)], why: 'excluded' },
];

function negativeOf(one: CaseObject, name: string): Comparison {
  const rule = String(one.rule);
  const known = PAIRS.find((pair) => pair.rule.test(rule));
  if (!known)
    throw new CaseFileFault('UNKNOWN_WORD', `${name} is of the rule "${rule}", which is not known.`);
  const limits = {
    mostMetres: known.why === 'too far' ? 2 : 100,
    mostDegrees: 25,
    excluded: known.why === 'excluded' ? [STRIP] : [],
  };
  const expected = numberOf(one, 'expected', name);
  const computed = instantNegative(...known.pair, limits) === known.why ? 0 : 1;
  return {
    what: 'confidence',
    expected,
    computed,
    error: Math.abs(computed - expected),
    allowed: 0,
    unit: '',
  };
}

const STRIP: readonly (readonly [number, number])[] = [
  [0.4, -1],
  [0.6, -1],
  [0.6, 1],
  [0.4, 1],
];

function site(x: number, y: number, metres: number, building: string | null = null): LinkEnd {
  return { x, y, metres, building };
}
