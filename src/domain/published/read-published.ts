import type { LayerRecord } from '../coverage/layer.ts';
import { sharesFromTable } from '../coverage/shares-from-table.ts';
import { technologyDefinition, technologyLabel } from '../coverage/technology.ts';
import { shareInFileName } from '../coverage/technology-in-file-name.ts';
import { areaKindOf } from '../geo/gss-code.ts';
import type { DatasetRecord } from '../project/project.ts';
import type { SuggestedLayer } from '../project/role-suggestion.ts';
import { dateInName, releaseDate } from '../releases/release-date.ts';
import { profileColumn } from '../tables/column-profile.ts';
import { cellNumber } from '../tables/number-cell.ts';
import { periodDate } from '../tables/period-date.ts';
import { rowsWhere } from '../tables/rows-where.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText } from '../tables/text-column.ts';
import { isAuthorityCode, type PublishedFigure, type PublishedTable } from './published-table.ts';

/**
 * The shares of authorities that a loaded table publishes, one table per column and date: read as coverage is (blanks,
 * codes, "unable to receive" and totals likewise), from the layers in force and those that its content suggests. Empty
 * where no column holds authorities' codes or none is a share of a technology.
 */
export function readPublished(
  dataset: DatasetRecord,
  table: SourceTable,
  layers: readonly LayerRecord[],
): PublishedTable[] {
  if (dataset.role === 'premises') return [];
  const code = codeColumn(dataset, table);
  if (code === null) return [];
  const period = periodColumn(table);
  const parts = period ? partsByPeriod(table, period) : [{ cell: null, rows: table }];
  return shareLayers(dataset, layers).flatMap((layer) =>
    parts.flatMap((part) => publishedTable({ dataset, layer, code, part }) ?? []),
  );
}

/** What of a layer says how its column is read, suggested or in force. */
type ShareLayer = Pick<
  SuggestedLayer,
  | 'technology'
  | 'operator'
  | 'confidence'
  | 'column'
  | 'measure'
  | 'inverted'
  | 'blankIsZero'
  | 'totalColumn'
  | 'operatorColumns'
  | 'definition'
  | 'where'
  | 'namedByFile'
>;

/** The rows of one date; `cell` is null where no column tells. */
interface PeriodPart {
  readonly cell: string | null;
  readonly rows: SourceTable;
}

/** Technology that nothing in the file names. */
const UNNAMED = 'coverage';

function codeColumn({ roles, suggestion }: DatasetRecord, table: SourceTable): string | null {
  const named = roles.code ?? suggestion?.roles.code;
  const columns = table.columns.map(profileColumn);
  const ofAuthorities = columns.filter(({ areaKind }) => areaKind === 'authority');
  const found = ofAuthorities.find(({ name }) => name === named) ?? ofAuthorities[0];
  if (named !== undefined && found && found.name !== named && columnNamed(table.columns, named)) return null;
  return found?.name ?? null;
}

function shareLayers({ contentId, suggestion }: DatasetRecord, layers: readonly LayerRecord[]): ShareLayer[] {
  const suggested = suggestion?.layers ?? [];
  const isByFileName = ({ column, technology }: LayerRecord): boolean =>
    suggested.some((one) => one.namedByFile && one.column === column && one.technology === technology);
  const inForce = layers
    .filter((layer) => layer.contentId === contentId && layer.shape === 'shares' && layer.column !== null)
    .map((layer): ShareLayer => ({ ...layer, namedByFile: isByFileName(layer) }));
  const columns = new Set(inForce.map(({ column }) => column));
  const others = suggested.filter(
    (layer) => layer.shape === 'shares' && layer.column !== null && !columns.has(layer.column),
  );
  return [...inForce, ...others].filter(({ operator }) => operator === null);
}

function periodColumn(table: SourceTable): string | null {
  return (
    table.columns.find(({ name }) => /^(?:period|date|reference_date|snapshot)$/i.test(name.trim()))?.name ??
    null
  );
}

function partsByPeriod(table: SourceTable, period: string): PeriodPart[] {
  const column = columnNamed(table.columns, period);
  const cells = new Set<string>();
  for (let row = 0; column && row < table.rows; row++) cells.add(cellText(column, row).trim());
  if (cells.size > MOST_PERIODS) return [{ cell: null, rows: table }];
  return [...cells]
    .sort()
    .map((cell) => ({ cell, rows: rowsWhere(table, [{ column: period, values: [cell] }]) }));
}

/** A column of more different cells is no column of release dates. */
const MOST_PERIODS = 60;

function publishedTable(given: {
  dataset: DatasetRecord;
  layer: ShareLayer;
  code: string;
  part: PeriodPart;
}): PublishedTable | null {
  const { dataset, layer, code, part } = given;
  const column = layer.column ?? '';
  const rows = rowsWhere(part.rows, layer.where ?? []);
  const { inverted, blankIsZero, totalColumn, operatorColumns } = layer;
  const { shares } = sharesFromTable(rows, code, column, layer.measure ?? 'percent', {
    inverted,
    blankIsZero,
    totalColumn,
    operatorColumns,
  });
  // A table of smaller things that each name their authority publishes nothing of the authority.
  if (2 * shares.codes.length < rows.rows) return null;
  const figures: PublishedFigure[] = [];
  const wider: PublishedFigure[] = [];
  const withoutShare: string[] = [];
  const about = factsByCode(dataset, rows, code, totalColumn);
  shares.codes.forEach((one, i) => {
    const percent = shares.percent[i];
    const facts = about.get(one.trim());
    const figure = { code: one, name: facts?.name || one, percent, units: facts?.units ?? null };
    const isAuthority = isAuthorityCode(one);
    if (Number.isNaN(percent)) {
      if (isAuthority) withoutShare.push(one);
    } else if (isAuthority) figures.push(figure);
    else if (WIDER.has(areaKindOf(one) ?? '') || /^K0\d{7}$/.test(one)) wider.push(figure);
  });
  if (figures.length === 0) return null;
  const named = technologyOf(layer, dataset.fileName);
  return {
    id: JSON.stringify([dataset.contentId, column, part.cell, layer.technology]),
    contentId: dataset.contentId,
    fileName: dataset.fileName,
    column,
    ...named,
    period: dateOf(part.cell, dataset),
    step: shares.step,
    source: dataset.source,
    figures,
    wider,
    withoutShare,
  };
}

const WIDER: ReadonlySet<string> = new Set(['country', 'region']);

/** The technology that the column or a person names; else what the file's name says, as a guess. */
function technologyOf(
  layer: ShareLayer,
  fileName: string,
): Pick<PublishedTable, 'technology' | 'label' | 'technologyGuessed' | 'of' | 'definition'> {
  const isUnnamed = layer.technology === UNNAMED;
  const guessed = isUnnamed ? shareInFileName(fileName) : null;
  const technology = guessed ?? layer.technology;
  const plain = technology.replace(/-(?:area|a-b-roads|motorways)$/, '');
  const of = plain === technology ? 'premises' : 'land';
  const graded = layer.confidence === null ? '' : `, ${layer.confidence.replace('-', ' ')} confidence`;
  const on = /-(a-b-roads|motorways)$/.exec(technology)?.[1];
  const where =
    on === undefined ? ', share of the land' : `, share of ${on === 'motorways' ? on : 'A and B roads'}`;
  return {
    technology,
    label: `${technologyLabel(plain)}${of === 'land' ? where : ''}${graded}`,
    technologyGuessed: guessed !== null || layer.namedByFile === true,
    of,
    definition:
      (isUnnamed ? undefined : layer.definition) ??
      technologyDefinition(plain) ??
      `${technologyLabel(plain)}, as the file has it`,
  };
}

/** A period's cell; where the file's name tells the same date more finely, that. Without either: the file's own date. */
function dateOf(cell: string | null, dataset: DatasetRecord): string | null {
  const told = cell === null ? null : periodDate(cell);
  const inName = dateInName(dataset.fileName);
  if (told !== null) return inName?.startsWith(told) ? inName : told;
  return releaseDate(dataset);
}

function factsByCode(
  { roles, suggestion }: DatasetRecord,
  table: SourceTable,
  code: string,
  totalColumn: string | undefined,
): Map<string, { name: string; units: number | null }> {
  const codes = columnNamed(table.columns, code);
  const nameColumn = roles.name ?? suggestion?.roles.name ?? besideName(table, code);
  const names = nameColumn === undefined ? undefined : columnNamed(table.columns, nameColumn);
  const totals =
    totalColumn === undefined
      ? TOTALS.map((pattern) => table.columns.find(({ name }) => pattern.test(name.trim()))).find(Boolean)
      : columnNamed(table.columns, totalColumn);
  const facts = new Map<string, { name: string; units: number | null }>();
  for (let row = 0; codes && row < table.rows; row++) {
    const units = totals ? cellNumber(totals, row) : Number.NaN;
    facts.set(cellText(codes, row).trim(), {
      name: names ? cellText(names, row).trim() : '',
      units: units > 0 ? units : null,
    });
  }
  return facts;
}

/** What Ofcom's percentages are out of, the matched premises first. */
const TOTALS = [/^all matched premises$/i, /^all premises$/i, /^prem_count$/i];

/** lad_name beside lad_code, LAD22NM beside LAD22CD, laua_name beside laua. */
function besideName({ columns }: SourceTable, code: string): string | undefined {
  const wanted = new Set([
    code.replace(/cd$/i, 'nm').toLowerCase(),
    code.replace(/code$/i, 'name').toLowerCase(),
    `${code.toLowerCase()}_name`,
  ]);
  return columns.find(({ name }) => name !== code && wanted.has(name.toLowerCase()))?.name;
}
