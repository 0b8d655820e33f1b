import { isOnGrid } from './british-national-grid.ts';
import { BRITISH_NATIONAL_GRID, type CoordinateSystem, IRISH_GRID } from './coordinate-system.ts';

/** A square of a national grid: its south-west corner and its side, in metres. */
export interface GridSquare {
  readonly easting: number;
  readonly northing: number;
  /** Side of the square that the text names: 1 for ten digits, 100,000 for letters alone. */
  readonly cellMetres: number;
  readonly system: CoordinateSystem;
}

/** A grid reference read, or why it is none. `kind: 'none'` where nothing about the text is like one. */
export type GridReferenceReading =
  | ({ readonly ok: true } & GridSquare)
  | { readonly ok: false; readonly kind: 'malformed' | 'none'; readonly reason: string };

/**
 * Reads a grid reference in any case and spacing: British ("SJ 828 965", "SU"), Irish with one letter ("O 159 346"), or
 * easting and northing in metres ("382806, 396569", taken as British). What lies on no sheet is refused, never moved.
 * Source: Ordnance Survey, "A guide to coordinate systems in Great Britain", section 7; Irish letters likewise, 5 by 5.
 */
export function readGridReference(text: string): GridReferenceReading {
  const trimmed = text.trim().slice(0, MOST_CHARACTERS).toUpperCase();
  for (const pattern of METRES) {
    const metres = pattern.exec(trimmed);
    if (metres) return readMetres(Number(metres[1]), Number(metres[2]));
  }
  const parts = /^([A-Z]{1,2})\s*([\d\s]*)$/.exec(trimmed);
  if (!parts) {
    const meant = /^[A-Z]{1,2}\s*\d[\dA-Z\s.,]*$/.test(trimmed);
    return refused(
      meant ? 'malformed' : 'none',
      'A grid reference is one or two letters and an even number of digits, such as SJ 828 965.',
    );
  }
  const [, letters, rest] = parts;
  const digits = readDigits(rest);
  if (typeof digits === 'string') return refused('malformed', digits);
  const isIrish = letters.length === 1;
  if (isIrish && digits.perAxis === 0)
    return refused('none', `One letter is an Irish square of 100 km: add digits, such as ${letters} 15 34.`);
  const corner = isIrish ? irishCorner(letters) : britishCorner(letters);
  if (!corner)
    return refused(
      'malformed',
      `${letters} is no square of the ${isIrish ? 'Irish' : 'British National'} Grid.`,
    );
  return {
    ok: true,
    easting: corner[0] + digits.x,
    northing: corner[1] + digits.y,
    cellMetres: SQUARE_METRES / 10 ** digits.perAxis,
    system: isIrish ? IRISH_GRID : BRITISH_NATIONAL_GRID,
  };
}

/** Writes the square of a place: "SJ 82806 96569". The place is cut down to the cell, as grid references are. Throws RangeError off the sheet. */
export function writeGridReference({ easting, northing, cellMetres, system }: GridSquare): string {
  const isIrish = system.kind === 'irish-grid';
  const onSheet = isIrish
    ? easting >= 0 && northing >= 0 && easting < 5 * SQUARE_METRES && northing < 5 * SQUARE_METRES
    : isOnGrid(easting, northing) && easting < 700_000 && northing < 1_300_000;
  if (!onSheet) throw new RangeError(`${easting}, ${northing} lies on no sheet of the ${system.name}.`);
  const column = Math.floor(easting / SQUARE_METRES);
  const row = Math.floor(northing / SQUARE_METRES);
  const perAxis = Math.round(Math.log10(SQUARE_METRES / cellMetres));
  const within = (metres: number) =>
    String(Math.floor((metres % SQUARE_METRES) / cellMetres)).padStart(perAxis, '0');
  const letters = isIrish
    ? LETTERS[(4 - row) * 5 + column]
    : LETTERS[(3 - Math.floor(row / 5)) * 5 + Math.floor(column / 5) + 2] +
      LETTERS[(4 - (row % 5)) * 5 + (column % 5)];
  return perAxis === 0 ? letters : `${letters} ${within(easting)} ${within(northing)}`;
}

const SQUARE_METRES = 100_000;
const MOST_CHARACTERS = 100;
/** Squares run A to Z without I, five to a row, from the north-west. */
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';
/** Two bare numbers, or both with an E and an N before or behind them. */
const METRES = [
  /^(\d{1,7}(?:\.\d+)?)\s*[,;\s]\s*(\d{1,7}(?:\.\d+)?)$/,
  /^E(?:ASTING)?:?\s*(\d{1,7}(?:\.\d+)?)\s*[,;\s]\s*N(?:ORTHING)?:?\s*(\d{1,7}(?:\.\d+)?)$/,
  /^(\d{1,7}(?:\.\d+)?)\s*M?E\s*[,;\s]\s*(\d{1,7}(?:\.\d+)?)\s*M?N$/,
];

function readMetres(easting: number, northing: number): GridReferenceReading {
  if (easting <= 180 && northing <= 180)
    return refused('none', 'Numbers this small are degrees, not metres of the British National Grid.');
  if (!isOnGrid(easting, northing) || easting === 700_000 || northing === 1_300_000)
    return refused(
      'malformed',
      'British National Grid has eastings under 700,000 m and northings under 1,300,000 m. Check the numbers and their order.',
    );
  return { ok: true, easting, northing, cellMetres: 1, system: BRITISH_NATIONAL_GRID };
}

/** Metres within the square of 100 km and the digits of each axis, or what is wrong. */
function readDigits(text: string): { x: number; y: number; perAxis: number } | string {
  const groups = text
    .trim()
    .split(/\s+/)
    .filter((group) => group !== '');
  const all = groups.join('');
  if (all.length % 2 !== 0)
    return `${all.length === 1 ? 'One digit' : `${all.length} digits`} cannot be halved: a grid reference has as many for the easting as for the northing.`;
  if (groups.length === 2 && groups[0].length !== groups[1].length)
    return `${groups[0]} and ${groups[1]} differ in length: easting and northing need the same number of digits.`;
  if (all.length > 10) return `${all.length} digits are too many: ten name one metre.`;
  const perAxis = all.length / 2;
  const cell = SQUARE_METRES / 10 ** perAxis;
  return { x: Number(all.slice(0, perAxis)) * cell, y: Number(all.slice(perAxis)) * cell, perAxis };
}

function britishCorner(letters: string): [number, number] | null {
  const large = LETTERS.indexOf(letters[0]);
  const small = LETTERS.indexOf(letters[1]);
  if (large < 0 || small < 0) return null;
  // The false origin is the south-west corner of square SV: two large squares east and one north of the letters' own.
  const easting = (((large % 5) - 2) * 5 + (small % 5)) * SQUARE_METRES;
  const northing = ((3 - Math.floor(large / 5)) * 5 + 4 - Math.floor(small / 5)) * SQUARE_METRES;
  return isOnGrid(easting, northing) && easting < 700_000 && northing < 1_300_000
    ? [easting, northing]
    : null;
}

function irishCorner(letter: string): [number, number] | null {
  const at = LETTERS.indexOf(letter);
  return at < 0 ? null : [(at % 5) * SQUARE_METRES, (4 - Math.floor(at / 5)) * SQUARE_METRES];
}

function refused(kind: 'malformed' | 'none', reason: string): GridReferenceReading {
  return { ok: false, kind, reason };
}
