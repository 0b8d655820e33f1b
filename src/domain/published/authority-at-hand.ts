import { findKeyJoin, joinWords, keyReader, type LookupTable } from '../coverage/key-join.ts';
import type { AreaTable } from '../geo/area-table.ts';
import type { WardMembership } from '../not-spots/ward-membership.ts';
import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import { profileColumn } from '../tables/column-profile.ts';
import { idKey } from '../tables/id-key.ts';
import { cellCount, cellText, type TextColumn } from '../tables/text-column.ts';
import { isAuthorityCode } from './published-table.ts';

/** An authority that the loaded data is about. */
export interface AuthorityAtHand {
  readonly code: string;
  /** '' where no loaded file tells it. */
  readonly name: string;
  /** How its code is known, as a sentence. */
  readonly basis: string;
  /** True where the code is only likely: the screen says so and offers a choice. */
  readonly guessed: boolean;
}

/** The authorities at hand, ascending by code, and which of them each ward and each premises row is of. */
export interface AuthoritiesAtHand {
  readonly authorities: readonly AuthorityAtHand[];
  /** Number of the authority by ward; −1 where nothing tells. */
  readonly ofWard: Int32Array;
  /** The same by premises row. A row outside every ward has its own code's, or that of the only authority there is. */
  readonly ofRow: Int32Array;
}

/** What the authority can be known from. */
export interface AuthorityInput {
  readonly wards: AreaTable;
  readonly wardsFile: string;
  readonly premises: PremisesTable;
  readonly premisesFile: string;
  readonly membership: WardMembership;
  readonly lookups: readonly LookupTable[];
  /** Names by code, from published tables. */
  readonly names: ReadonlyMap<string, string>;
  /** The project's name: "Trafford". */
  readonly projectName: string;
}

/**
 * The authorities that wards and premises are of, by the first of these that tells most wards: a column of the ward
 * file, a look-up from ward codes, a column of the premises or look-ups from their codes (the authority of most of a
 * ward's rows). Where none does, the authority of a published table that is called as the project is, as a guess.
 */
export function authoritiesAtHand(input: AuthorityInput): AuthoritiesAtHand {
  const own = codesOfRows(input);
  const found = byWardFile(input) ?? byLookup(input) ?? (own && byPremises(input, own)) ?? byName(input);
  const codeOfRow = (row: number): string => {
    const ward = input.membership.wardOf[row];
    return (ward >= 0 ? found.wards[ward] : '') || (own?.codeAt(row) ?? '');
  };
  const codes = new Set(found.wards.filter((code) => code !== ''));
  if (found.all !== null) codes.add(found.all);
  const sorted = [...codes].sort();
  const numberOf = new Map(sorted.map((code, i) => [code, i]));
  const only = sorted.length === 1 ? 0 : -1;
  const ofRow = new Int32Array(input.premises.count);
  for (let row = 0; row < ofRow.length; row++) ofRow[row] = numberOf.get(codeOfRow(row)) ?? only;
  return {
    authorities: sorted.map((code) => ({
      code,
      name: found.names.get(code) || input.names.get(code) || '',
      basis: found.basis,
      guessed: found.guessed,
    })),
    ofWard: Int32Array.from(input.wards.codes, (_, ward) => numberOf.get(found.wards[ward]) ?? only),
    ofRow,
  };
}

/** Codes by ward ('' where not told), or one for all that is loaded. */
interface FoundCodes {
  readonly wards: readonly string[];
  readonly all: string | null;
  readonly names: ReadonlyMap<string, string>;
  readonly basis: string;
  readonly guessed: boolean;
}

/** Part of the wards that a way must tell. */
const ENOUGH = 0.5;

function byWardFile({ wards, wardsFile }: AuthorityInput): FoundCodes | null {
  const column = authorityColumn(wards.columns);
  if (!column) return null;
  const names = nameColumn(wards.columns, column);
  const codes = wards.codes.map((_, ward) => authorityIn(cellText(column, ward)));
  if (!tellsEnough(codes)) return null;
  const nameOf = new Map<string, string>();
  codes.forEach((code, ward) => {
    if (names && code !== '') nameOf.set(code, cellText(names, ward).trim());
  });
  const basis = `From column "${column.name}" of the wards (${wardsFile}).`;
  return { wards: codes, all: null, names: nameOf, basis, guessed: false };
}

function byLookup({ wards, lookups }: AuthorityInput): FoundCodes | null {
  for (const table of lookups) {
    const profiles = table.columns.map(profileColumn);
    const target = profiles.find(({ areaKind }) => areaKind === 'authority');
    if (!target) continue;
    for (const key of profiles.filter(({ areaKind }) => areaKind === 'ward')) {
      const { codeOf } = table.codes(key.column, target.column);
      const codes = wards.codes.map((code) => authorityIn(codeOf.get(idKey(code)) ?? ''));
      if (!tellsEnough(codes)) continue;
      const basis = `Looked up in ${table.fileName}: "${key.name}" to "${target.name}".`;
      return { wards: codes, all: null, names: new Map(), basis, guessed: false };
    }
  }
  return null;
}

function byPremises({ wards, premises, membership }: AuthorityInput, own: RowCodes): FoundCodes {
  const counts = wards.codes.map(() => new Map<string, number>());
  const whole = new Map<string, number>();
  for (let row = 0; row < premises.count; row++) {
    const code = own.codeAt(row);
    if (code === '') continue;
    whole.set(code, (whole.get(code) ?? 0) + 1);
    const ward = membership.wardOf[row];
    if (ward >= 0) counts[ward].set(code, (counts[ward].get(code) ?? 0) + 1);
  }
  return {
    wards: counts.map(mostOf),
    all: wards.codes.length === 0 ? mostOf(whole) || null : null,
    names: new Map(),
    basis: own.basis,
    guessed: false,
  };
}

function byName({ wards, names, projectName }: AuthorityInput): FoundCodes {
  const wanted = foldedName(projectName);
  const codes = [...names]
    .filter(([, name]) => wanted !== '' && foldedName(name) === wanted)
    .map(([code]) => code);
  return {
    wards: wards.codes.map(() => ''),
    all: codes.length === 1 ? codes[0] : null,
    names: new Map(),
    basis: `A guess: the project is called "${projectName}", and so is one authority of the table.`,
    guessed: true,
  };
}

interface RowCodes {
  readonly basis: string;
  codeAt(row: number): string;
}

/** The authority of each premises row: a column of theirs, else what look-ups lead to from their codes. */
function codesOfRows({ premises, premisesFile, lookups, names }: AuthorityInput): RowCodes | null {
  const most = 'the authority of most rows of each ward.';
  const column = authorityColumn(premises.columns);
  if (column)
    return {
      basis: `From column "${column.name}" of the premises (${premisesFile}): ${most}`,
      codeAt: (row) => authorityIn(premisesCell(premises, column, row)),
    };
  const known = new Set([...names.keys(), ...lookups.flatMap(authoritiesIn)]);
  const join = findKeyJoin(known, premises, lookups);
  if (!join) return null;
  const read = keyReader(join, premises);
  return {
    basis: `Looked up from the premises (${premisesFile}) by ${joinWords(join)}: ${most}`,
    codeAt: (row) => authorityIn(read(row)),
  };
}

function authoritiesIn({ columns }: LookupTable): string[] {
  const column = authorityColumn(columns);
  if (!column) return [];
  const codes = new Set<string>();
  for (let row = 0; row < cellCount(column); row++) codes.add(authorityIn(cellText(column, row)));
  codes.delete('');
  return [...codes];
}

function authorityColumn(columns: readonly TextColumn[]): TextColumn | undefined {
  return columns.find((column) => profileColumn(column).areaKind === 'authority');
}

/** LAD22NM beside LAD22CD, la_name beside la_code. */
function nameColumn(columns: readonly TextColumn[], code: TextColumn): TextColumn | undefined {
  const wanted = code.name.replace(/cd$/i, 'nm').replace(/code$/i, 'name').toLowerCase();
  return columns.find(({ name }) => name !== code.name && name.toLowerCase() === wanted);
}

function authorityIn(cell: string): string {
  const code = idKey(cell);
  return isAuthorityCode(code) ? code : '';
}

function tellsEnough(codes: readonly string[]): boolean {
  return codes.filter((code) => code !== '').length > ENOUGH * codes.length;
}

/** The text met most often; the lower one on a tie. */
function mostOf(counts: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [code, count] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
    if (count > (counts.get(best) ?? 0)) best = code;
  return best;
}

/** "City of Westminster" and "Westminster, City of" are one name. */
function foldedName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/\b(?:city|county|borough|district|royal|london|council|of|the|metropolitan)\b/g, ' ')
    .replaceAll(/[^a-z]+/g, '');
}
