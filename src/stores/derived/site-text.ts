import type { HeightAbove, RooftopSite } from '../../domain/radio/rooftop-site.ts';

/** What a height is measured from, in the words of a choice. */
export const ABOVE_WORDS: Readonly<Record<HeightAbove, string>> = {
  surface: 'above the roof or surface',
  ground: 'above the ground',
  sea: 'above sea level',
};

export const HEIGHTS_ABOVE: readonly HeightAbove[] = ['surface', 'ground', 'sea'];

/** "3 m above the roof or surface" */
export function antennaText({ antennaMetres, above }: Pick<RooftopSite, 'antennaMetres' | 'above'>): string {
  return `${metresText(antennaMetres)} ${ABOVE_WORDS[above]}`;
}

/** "3 m", "12.5 m": one digit behind the point where there is one. */
export function metresText(metres: number): string {
  return `${METRES.format(metres)} m`;
}

/** "51.51170, -0.12400": five digits of a degree are a metre. */
export function placeText({ lon, lat }: { readonly lon: number; readonly lat: number }): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/** Bounds of an antenna's height, as a project holds it. */
export const ANTENNA_METRES = { least: -500, most: 10_000 } as const;

/** What is wrong with the height of an antenna, and what to write instead; null: nothing. */
export function antennaFault(metres: number, above: HeightAbove): string | null {
  const { least, most } = above === 'sea' ? ANTENNA_METRES : { least: 0, most: 1_000 };
  if (Number.isFinite(metres) && metres >= least && metres <= most) return null;
  return `Write a height in metres between ${least.toLocaleString('en-GB')} and ${most.toLocaleString('en-GB')}.`;
}

const METRES = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
