/** Colours of the map, by what they are for: `#rrggbb` or `rgb(…)`. */
export type MapColours = Readonly<Record<ColourName, string>>;

/** Reads the colours in force at `element` from the custom properties of the app's tokens. Throws where one is not set. */
export function readMapColours(element: Element): MapColours {
  const style = getComputedStyle(element);
  const entries = Object.entries(TOKENS).map(([name, token]) => {
    const value = style.getPropertyValue(token).trim();
    if (value === '') throw new Error(`The colour ${token} is not set.`);
    return [name, value];
  });
  return Object.fromEntries(entries) as MapColours;
}

/** The colour whose custom property is `token`. */
export function colourOfToken(colours: MapColours, token: string): string {
  const found = Object.entries(TOKENS).find(([, candidate]) => candidate === token);
  if (!found) throw new Error(`The map has no colour for ${token}.`);
  return colours[found[0] as ColourName];
}

const TOKENS = {
  land: '--map-land',
  water: '--map-water',
  green: '--map-green',
  building: '--map-building',
  buildingLine: '--map-building-line',
  road: '--map-road',
  roadCasing: '--map-road-casing',
  rail: '--map-rail',
  label: '--map-label',
  labelQuiet: '--map-label-quiet',
  labelHalo: '--map-label-halo',
  wardLine: '--ward-line',
  wardHover: '--ward-line-hover',
  wardSelected: '--ward-line-selected',
  class0: '--class-0',
  class1: '--class-1',
  class2: '--class-2',
  class3: '--class-3',
  class4: '--class-4',
  class5: '--class-5',
  classLine: '--class-line',
  classNotKnown: '--class-not-known',
  changeLess1: '--change-less-1',
  changeLess2: '--change-less-2',
  changeLess3: '--change-less-3',
  changeMore1: '--change-more-1',
  changeMore2: '--change-more-2',
  changeMore3: '--change-more-3',
  changeLine: '--change-line',
  notSpot: '--not-spot',
  premisesCovered: '--premises-covered',
  premisesNotKnown: '--premises-not-known',
  premisesShare: '--premises-share',
  gigabit: '--tech-gigabit',
  fiveG: '--tech-5g',
  radio: '--tech-radio',
  dig: '--tech-dig',
  digBlocked: '--dig-blocked',
  digProtected: '--dig-protected',
  otherTechnology: '--tech-other',
  markFound: '--mark-found',
  markQuality: '--mark-quality',
  markGained: '--mark-gained',
  markLost: '--mark-lost',
  markChanged: '--mark-changed',
} as const;

type ColourName = keyof typeof TOKENS;
