import type { AreaTable } from '../geo/area-table.ts';
import { vintageWords } from '../geo/area-vintage.ts';
import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import { profileColumn } from '../tables/column-profile.ts';
import { idKey } from '../tables/id-key.ts';
import { cellCount, cellText, type TextColumn } from '../tables/text-column.ts';
import type { AnalysisNote } from './analysis.ts';
import { count as grouped } from './headline.ts';
import type { WardMembership } from './ward-membership.ts';

/** The loaded wards, and where their codes stand in their file. */
export interface WardCodes {
  readonly wards: AreaTable;
  readonly fileName: string;
  readonly codeColumn: string | undefined;
}

const MOST_SHOWN = 5;

/**
 * Whether premises name wards that the loaded ward file has not, though they lie within its wards: then one of the two
 * is of another vintage. Grouped by the authority that the premises name, with its name where a column tells. Null where
 * no column of the premises holds ward codes, or all are in the file. Counts go by geometry either way.
 */
export function vintageNote(
  premises: PremisesTable,
  membership: WardMembership,
  { wards, fileName, codeColumn }: WardCodes,
): AnalysisNote | null {
  if (wards.codes.length === 0) return null;
  const known = new Set(wards.codes.map(idKey));
  const profiles = premises.columns.map(profileColumn);
  const column = profiles.find(({ areaKind }) => areaKind === 'ward')?.column;
  if (!column) return null;
  const authority = profiles.find(({ areaKind }) => areaKind === 'authority')?.column;
  const lacking = new Set<string>();
  const named = new Set<string>();
  const holding = new Set<number>();
  const inAuthority = new Map<string, number>();
  let rows = 0;
  for (let i = 0; i < premises.count; i++) {
    const ward = membership.wardOf[i];
    if (ward >= 0) holding.add(ward);
    const code = idKey(premisesCell(premises, column, i));
    if (code === '') continue;
    named.add(code);
    if (ward < 0 || known.has(code)) continue;
    lacking.add(code);
    rows++;
    const where = authority ? premisesCell(premises, authority, i).trim() : '';
    inAuthority.set(where, (inAuthority.get(where) ?? 0) + 1);
  }
  if (rows === 0) return null;
  const unnamed = [...holding].filter((ward) => !named.has(idKey(wards.codes[ward])));
  const nameOf = authorityNames(wards);
  const places = [...inAuthority.keys()]
    .sort()
    .map((code) => [code, nameOf.get(code)].filter(Boolean).join(' '));
  const where = places.some((place) => place !== '') ? ` in ${listed(places)}` : '';
  const vintage = codeColumn === undefined ? null : vintageWords(codeColumn);
  const text =
    `${grouped(unnamed.length)} of ${grouped(holding.size)} ward codes are of another vintage: ${grouped(rows)} ${premises.units ? 'rows' : premises.unit}${where} ` +
    `name ${grouped(lacking.size)} wards that ${fileName}${vintage ? ` (${vintage})` : ''} lacks. Each counts in the ward it lies in.`;
  return { kind: 'vintage', text, count: rows, layerId: null, examples: [...lacking].slice(0, MOST_SHOWN) };
}

/** Authority names by code, from the ward file's own columns: LAD20CD and LAD20NM, la_code and la_name. */
function authorityNames(wards: AreaTable): Map<string, string> {
  const names = new Map<string, string>();
  const codes = wards.columns.find((column) => profileColumn(column).areaKind === 'authority');
  const beside = codes && nameBeside(codes, wards.columns);
  if (!codes || !beside) return names;
  for (let area = 0; area < cellCount(codes); area++)
    names.set(cellText(codes, area).trim(), cellText(beside, area).trim());
  return names;
}

function nameBeside(code: TextColumn, columns: readonly TextColumn[]): TextColumn | undefined {
  const wanted = code.name.replace(/cd$/i, 'nm').replace(/code$/i, 'name').toLowerCase();
  return columns.find(({ name }) => name !== code.name && name.toLowerCase() === wanted);
}

/** "A", "A and B", "A, B and C"; five at most. */
function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_SHOWN);
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
