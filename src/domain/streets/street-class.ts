import type { Crossing } from './street-network.ts';

/** What a line is to somebody who digs. */
export type LineUse =
  /** A trench can follow it. */
  | 'dug'
  /** It stays as it is, and what crosses it pays for that. */
  | 'crossed'
  /** Neither: steps, what is not built yet or no more, platforms. */
  | 'left out';

/** What a class of lines means for a trench. */
export interface StreetClass {
  readonly use: LineUse;
  /** Where use is 'crossed': what a street that meets it crosses. */
  readonly crossing: Crossing;
  /** Metres across the carriageway, assumed where no width is stated; null: such lines have no footways of their own. */
  readonly carriagewayMetres: number | null;
}

/**
 * What a class says, as OpenStreetMap (`highway`, `railway`, `waterway`), OS Open Roads (form of way, classification) and our own template
 * write it, in any case and with whatever between words. Null for a class that nobody knows here: such a line is dug, along its centre.
 */
export function streetClass(text: string): StreetClass | null {
  return CLASSES.get(foldedClass(text)) ?? null;
}

/** A class in lower case with single spaces. */
export function foldedClass(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

/** Metres across a footway where both sides are laid (Manual for Streets 2007, 6.3.22: at least 2 m unobstructed). Assumed of each street. */
export const FOOTWAY_METRES = 2;

/**
 * Metres across by class: 7.3 m is the standard single carriageway of CD 127 (National Highways); the others are assumed, smaller the
 * less a street carries (Manual for Streets 2007, figure 7.1: 5.5 m lets a lorry and a car pass).
 */
const MAIN_METRES = 7.3;
const THROUGH_METRES = 6.7;
const MINOR_METRES = 6;
const LOCAL_METRES = 5.5;

const CLASSES = new Map<string, StreetClass>([
  ...both(MAIN_METRES, 'a road', 'trunk', 'trunk link', 'primary', 'primary link'),
  ...both(THROUGH_METRES, 'b road', 'secondary', 'secondary link'),
  ...both(MINOR_METRES, 'minor road', 'tertiary', 'tertiary link', 'classified unnumbered'),
  ...both(
    LOCAL_METRES,
    ...['local street', 'local road', 'residential', 'living street', 'unclassified', 'street', 'close'],
  ),
  ...along(
    ...[
      'service',
      'secondary access road',
      'restricted local access road',
      'local access road',
      'pedestrian',
    ],
    ...['footway', 'footpath', 'path', 'cycleway', 'bridleway', 'track', 'lane', 'alley', 'busway', 'road'],
    ...[
      'traffic island link',
      'slip road',
      'roundabout',
      'guided busway',
      'shared use carriageway',
      'unknown',
    ],
  ),
  ...crossed('motorway', 'motorway', 'motorway link'),
  ...crossed(
    'railway',
    ...['railway', 'rail', 'light rail', 'subway', 'narrow gauge', 'preserved', 'funicular', 'monorail'],
  ),
  ...crossed('tram', 'tram', 'tramway'),
  ...crossed('water', 'water', 'river', 'canal', 'stream', 'waterway', 'tidal channel', 'lake'),
  ...leftOut(
    ...[
      'steps',
      'construction',
      'proposed',
      'planned',
      'abandoned',
      'disused',
      'razed',
      'raceway',
      'corridor',
    ],
    ...[
      'elevator',
      'escape',
      'platform',
      'rest area',
      'services',
      'bus stop',
      'drain',
      'ditch',
      'dam',
      'weir',
    ],
    ...[
      'lock gate',
      'station',
      'turntable',
      'miniature',
      'crossing',
      'dock',
      'boatyard',
      'halt',
      'via ferrata',
    ],
  ),
]);

function both(carriagewayMetres: number, ...names: string[]): [string, StreetClass][] {
  return names.map((name) => [name, { use: 'dug', crossing: 'none', carriagewayMetres }]);
}

function along(...names: string[]): [string, StreetClass][] {
  return names.map((name) => [name, { use: 'dug', crossing: 'none', carriagewayMetres: null }]);
}

function crossed(crossing: Crossing, ...names: string[]): [string, StreetClass][] {
  return names.map((name) => [name, { use: 'crossed', crossing, carriagewayMetres: null }]);
}

function leftOut(...names: string[]): [string, StreetClass][] {
  return names.map((name) => [name, { use: 'left out', crossing: 'none', carriagewayMetres: null }]);
}
