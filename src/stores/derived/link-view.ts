import type { LinkAnswer } from '../../domain/radio/one-link.ts';
import {
  drawnPlace,
  type LinkPlace,
  linkDrawing,
  linkPlace,
  linkPlaces,
  worstPlace,
} from './link-profile.ts';
import { distanceText, heightText, placeWords, shareText, signed } from './link-text.ts';
import { rememberLast } from './remember-last.ts';

/** A line of the profile's table. */
export interface ProfileRow {
  readonly key: string;
  readonly place: LinkPlace;
  readonly cells: Readonly<Record<ProfileColumn, string>>;
}

export type ProfileColumn = 'distance' | 'ground' | 'surface' | 'line' | 'clearance' | 'share' | 'note';

/** Most places that the table lists besides the worst. */
const LISTED = 50;

/** The places of a link as a table: evenly along it, and the worst. */
export const profileRows = rememberLast((answer: LinkAnswer): readonly ProfileRow[] => {
  const worst = worstPlace(answer);
  return linkPlaces(answer, LISTED).map((place) => ({
    key: String(place.distanceMetres),
    place,
    cells: {
      distance: distanceText(place.distanceMetres),
      ground: heightCell(place.groundMetres),
      surface: heightCell(place.surfaceMetres),
      line: heightCell(place.rayMetres),
      clearance: heightCell(place.clearanceMetres),
      share: shareText(place.fresnelShare),
      note: noteOf(place, worst),
    },
  }));
});

/** A link as its chart is handed it; null where there is nothing between its ends. */
export const linkChart = rememberLast((answer: LinkAnswer) => {
  const drawing = linkDrawing(answer);
  if (!drawing) return null;
  const { worst, line } = drawing;
  const words = worst?.clearanceMetres ?? null;
  return {
    drawing: {
      length: drawing.lengthMetres,
      low: drawing.lowMetres,
      high: drawing.highMetres,
      distances: drawing.distancesMetres,
      surface: drawing.surfaceMetres,
      ground: drawing.groundMetres,
      earth: drawing.earthMetres,
      line: line && { first: line.firstMetres, last: line.lastMetres },
      zone: drawing.zoneMetres,
      innerZone: drawing.clearZoneMetres,
      notKnown: drawing.notKnown,
      ownRoofs: drawing.ownRoofs,
    },
    worst: worst && {
      ...drawnPlace(answer, worst),
      label:
        words === null
          ? 'not known'
          : words < 0
            ? `${heightText(-words)} too high`
            : `${heightText(words)} free`,
    },
    words: {
      line: 'line of sight',
      surface: drawing.groundMetres
        ? 'roofs, trees and all that stands there'
        : 'surface: ground, roofs, trees',
      ground: 'ground',
      zone: 'first Fresnel zone',
      innerZone: '0.6 of it, free where the path is clear',
      notKnown: 'not known',
      ownRoof: `own roof (${signed(answer.ownRoofMetres)} m): nothing blocks`,
      earth: `the Earth’s curve, ${bulgeText(drawing.bulgeMetres)} high midway`,
    },
  };
});

/** The cursor at a distance from the first end, as the chart is handed it and in words; null: none. */
export function linkCursor(answer: LinkAnswer, metres: number | null) {
  const place = metres === null ? null : linkPlace(answer, metres);
  if (!place) return null;
  return {
    mark: drawnPlace(answer, place),
    distance: distanceText(place.distanceMetres),
    words: placeWords(place, answer.from.name),
  };
}

/** In a column every height has one digit behind the point. */
function heightCell(metres: number | null): string {
  return metres === null ? 'not known' : `${signed(metres, ONE_DIGIT)} m`;
}

const ONE_DIGIT = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function noteOf(place: LinkPlace, worst: LinkPlace | null): string {
  if (worst?.distanceMetres === place.distanceMetres) return 'worst place';
  if (place.isOwnRoof) return 'own roof';
  if (place.surfaceMetres === null) return 'not known';
  return (place.clearanceMetres ?? 0) < 0 ? 'blocked' : '';
}

function bulgeText(metres: number): string {
  if (metres < 0.01) return 'less than 1 cm';
  return metres < 0.095 ? `${Math.round(metres * 100)} cm` : heightText(metres);
}
