import type { TrenchPiece } from '../../domain/cost/trench-piece.ts';
import type { RooftopLook } from './rooftop-looks.ts';

/** What a piece of a route is drawn as: what is broken for it, or what is used that is there already. */
export type RouteLookName =
  | 'carriageway'
  | 'footway'
  | 'verge'
  | 'soft'
  | 'not known'
  | 'crossing'
  | 'duct'
  | 'pole route'
  | 'lead-in';

/** How a line of a route looks: width in pixels at street zoom, dashes in widths of the line (none: drawn through). */
export interface RouteLook {
  readonly label: string;
  readonly token: string;
  readonly widthPixels: number;
  readonly dashes: readonly number[];
}

/** The harder the ground, the fuller the line; what is not dug is dotted. */
export const ROUTE_LOOKS: Readonly<Record<RouteLookName, RouteLook>> = {
  carriageway: { label: 'Carriageway', token: '--tech-dig', widthPixels: 6, dashes: [] },
  crossing: { label: 'Crossing', token: '--tech-dig', widthPixels: 7, dashes: [0.4, 0.3] },
  footway: { label: 'Footway', token: '--tech-dig', widthPixels: 4, dashes: [] },
  verge: { label: 'Verge', token: '--tech-dig', widthPixels: 4, dashes: [2.5, 1] },
  soft: { label: 'Soft ground', token: '--tech-dig', widthPixels: 4, dashes: [1.2, 1] },
  'not known': { label: 'Surface not known', token: '--tech-dig', widthPixels: 4, dashes: [3, 1, 0.5, 1] },
  duct: { label: 'Existing duct', token: '--tech-gigabit', widthPixels: 4, dashes: [0.5, 1] },
  'pole route': { label: 'Existing poles', token: '--tech-gigabit', widthPixels: 4, dashes: [0.5, 2.2] },
  'lead-in': { label: 'Lead-in', token: '--tech-dig', widthPixels: 1.5, dashes: [] },
};

export const ROUTE_LOOK_NAMES = Object.keys(ROUTE_LOOKS) as readonly RouteLookName[];

/** What a piece is drawn as. */
export function routeLookOf({ kind, surface }: Pick<TrenchPiece, 'kind' | 'surface'>): RouteLookName {
  return kind === 'street' ? surface : kind;
}

/** How a street stands in a dig, beside being part of its route. */
export type StreetState = 'blocked' | 'protected' | 'forced' | 'lifted';

/** A band along the street, and a sign on it. */
export const STREET_LOOKS: Readonly<Record<StreetState, RooftopLook & { readonly label: string }>> = {
  blocked: {
    label: 'Blocked by you',
    outline: 'M4 4h16v16H4Z',
    sign: 'M8.5 8.5l7 7M15.5 8.5l-7 7',
    token: '--dig-blocked',
  },
  protected: {
    label: 'Closed to digging',
    outline: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z',
    sign: 'M8 12h8',
    token: '--dig-protected',
  },
  forced: {
    label: 'Must be dug',
    outline: 'M12 2 22 12 12 22 2 12Z',
    sign: 'M12 8v8M8.5 12.5 12 16l3.5-3.5',
    token: '--tech-dig',
  },
  lifted: {
    label: 'Restriction lifted',
    outline: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z',
    sign: 'M7.6 12.4l3 3 5.8-6.4',
    token: '--dig-protected',
  },
};

export const STREET_STATES = Object.keys(STREET_LOOKS) as readonly StreetState[];

/** What a place of a dig is drawn as. */
export type DigPlaceLook = 'root' | 'root-used' | 'missed' | 'corner';

export const DIG_PLACE_LOOKS: Readonly<Record<DigPlaceLook, RooftopLook & { readonly label: string }>> = {
  root: {
    label: 'Fibre point that is not used',
    outline: 'M4 4h16v16H4Z',
    sign: 'M12 8.5v7M8.5 12h7',
    token: '--map-label-quiet',
  },
  'root-used': {
    label: 'Fibre comes from here',
    outline: 'M3 3h18v18H3Z',
    sign: 'M12 17V8M8 11.5 12 7.5l4 4',
    token: '--tech-gigabit',
  },
  missed: {
    label: 'Not served',
    outline: 'M12 3 22 20.5H2Z',
    sign: 'M9.5 11.5l5 5M14.5 11.5l-5 5',
    token: '--dig-blocked',
  },
  corner: {
    label: 'Corner of the shape',
    outline: 'M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14Z',
    sign: '',
    token: '--mark-found',
  },
};
