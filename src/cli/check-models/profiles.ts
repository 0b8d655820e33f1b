import { bullingtonLossDecibels } from '../../domain/radio/bullington.ts';
import { fresnelRadiusMetres } from '../../domain/radio/fresnel-radius.ts';
import { pathClearance } from '../../domain/radio/path-clearance.ts';
import type { PathProfile } from '../../domain/radio/path-profile.ts';
import { EARTH_RADIUS_METRES, METRES_PER_KILOMETRE } from '../../domain/units.ts';
import { type CaseObject, isAside, isObject, numberOf, numbersOf, objectsOf } from './case-document.ts';
import { CaseFileFault } from './case-file-fault.ts';
import type { DocumentKind } from './case-kind.ts';
import type { Comparison } from './compared-figure.ts';

/** Profiles with their diffraction loss after Bullington, their clearance and whether they see each other. */
export const profiles: DocumentKind = {
  kind: 'document',
  what: 'diffraction over profiles (P.526 Bullington)',
  matches: (document) => isObject(document) && objectsOf(document, 'cases').some(isProfileCase),
  cases: (document) =>
    objectsOf(document as CaseObject, 'cases').map((one, i) => {
      const name = typeof one.case === 'string' ? one.case : `case ${i + 1}`;
      return { name, aside: isAside(one), compare: () => compared(one, name) };
    }),
};

function isProfileCase(one: CaseObject): boolean {
  return Array.isArray(one.h) && isObject(one.expected_by_f_ghz);
}

function compared(one: CaseObject, name: string): Comparison[] {
  const profile = profileOf(one, name);
  const earthFactor = (numberOf(one, 'k_factor_ae_km', name) * METRES_PER_KILOMETRE) / EARTH_RADIUS_METRES;
  const decibels = numberOf(one, 'tol_dB', name);
  const metres = numberOf(one, 'tol_clearance_m', name);
  const byFrequency = one.expected_by_f_ghz as CaseObject;
  return Object.entries(byFrequency).flatMap(([gigahertz, expected], i) => {
    if (!isObject(expected))
      throw new CaseFileFault('NO_FIGURE', `${name} has no figures at ${gigahertz} GHz.`);
    const at = { frequencyGigahertz: Number(gigahertz), earthFactor };
    const where = `${name} at ${gigahertz} GHz`;
    const loss = numberOf(expected, 'Lbull_dB', where);
    const computed = bullingtonLossDecibels(profile, at);
    const clearance = pathClearance(profile, at);
    const share = numberOf(expected, 'min_clearance_over_F1', where);
    // A clearance that may be off by so many metres may be off by as much of the zone where it is narrowest.
    const radius = radiusAt(profile, at.frequencyGigahertz, clearance.fresnelAt ?? 0);
    return [
      difference({
        what: `loss at ${gigahertz} GHz`,
        expected: loss,
        computed,
        allowed: decibels,
        unit: 'dB',
      }),
      difference({
        what: `clearance in F1 at ${gigahertz} GHz`,
        expected: share,
        computed: clearance.fresnel ?? Number.NaN,
        allowed: metres / radius,
        unit: 'F1',
      }),
      ...(i === 0 ? sightCompared(one, clearance.metres ?? Number.NaN, { name, metres }) : []),
    ];
  });
}

/** What does not depend on the frequency. Within the tolerance of a grazing line either answer is right. */
function sightCompared(
  one: CaseObject,
  clearance: number,
  { name, metres }: { readonly name: string; readonly metres: number },
): Comparison[] {
  const expected = numberOf(one, 'expected_min_clearance_m', name);
  const compared = [
    difference({ what: 'clearance', expected, computed: clearance, allowed: metres, unit: 'm' }),
  ];
  const seen = one.expected_los_geometric;
  if (typeof seen !== 'boolean' || Math.abs(expected) <= metres) return compared;
  const computed = clearance >= 0;
  return [
    ...compared,
    {
      what: 'line of sight',
      expected: seen,
      computed,
      error: seen === computed ? 0 : 1,
      allowed: 0,
      unit: '',
    },
  ];
}

function difference(
  of: Omit<Comparison, 'error' | 'expected' | 'computed'> & { expected: number; computed: number },
) {
  return { ...of, error: Math.abs(of.computed - of.expected) };
}

function profileOf(one: CaseObject, name: string): PathProfile {
  const heights = numbersOf(one, 'h', name);
  const step = numberOf(one, 'step_m', name);
  if (heights.length < 2) throw new CaseFileFault('NO_FIGURE', `${name} has fewer than two heights.`);
  return {
    distancesMetres: Float64Array.from(heights, (_, i) => i * step),
    surfaceMetres: Float64Array.from(heights),
    firstAntennaMetres: heights[0] + numberOf(one, 'h_tx_agl_m', name),
    lastAntennaMetres: heights[heights.length - 1] + numberOf(one, 'h_rx_agl_m', name),
  };
}

function radiusAt({ distancesMetres }: PathProfile, frequencyGigahertz: number, near: number): number {
  return fresnelRadiusMetres(frequencyGigahertz, near, (distancesMetres.at(-1) as number) - near);
}
