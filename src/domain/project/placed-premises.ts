import { capitalised } from '../capitalised.ts';
import { type AreaTable, NO_AREAS } from '../geo/area-table.ts';
import { areasAcross } from '../geo/areas-across.ts';
import { areaKindOf } from '../geo/gss-code.ts';
import { type InsidePoint, insidePoints } from '../geo/inside-point.ts';
import type { PolygonIndex } from '../geo/polygon-index.ts';
import type { AnalysisNote } from '../not-spots/analysis.ts';
import { unitWord } from '../not-spots/headline.ts';
import { type PlacedTable, placeInAreas } from '../premises/place-in-areas.ts';
import { premisesFromTable } from '../premises/premises-from-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { type SummedTable, sumByArea } from '../premises/sum-by-area.ts';
import type { FileIssue } from '../tables/file-report.ts';
import { idKey } from '../tables/id-key.ts';
import { counted } from '../tables/issue-collector.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellCount, cellText } from '../tables/text-column.ts';
import type { DatasetRecord } from './project.ts';

/** Shapes that can place rows by their codes. */
export interface Shapes {
  readonly areas: AreaTable;
  readonly fileName: string;
  /** The vintage of their codes in words ("OA21: 2021"); null where nothing tells. */
  readonly vintage: string | null;
}

/** Premises at a point inside the area of their code, and what of them has no place. */
export interface PlacedPremises {
  readonly premises: PremisesTable;
  readonly issues: FileIssue[];
  readonly placed: PlacedTable;
  readonly shapes: Shapes | null;
  readonly points: ReadonlyMap<number, InsidePoint>;
}

/** Part of the codes that loaded shapes must have to place them. */
const ENOUGH = 0.5;
const MOST_SHOWN = 5;

/** The column whose codes place a dataset's rows. */
export function placingColumn({ roles }: Pick<DatasetRecord, 'roles'>): string {
  return roles.code ?? roles.id ?? '';
}

/** One row per code: the units of a code's rows summed, where the rows are counts of areas; else the table as it is. */
export function summedRows(table: SourceTable, dataset: DatasetRecord): SummedTable {
  const { roles } = dataset;
  const code = placingColumn(dataset);
  const areCounts = roles.units !== undefined && (roles.id === undefined || roles.id === code);
  if (!areCounts) return { table, rowsUsed: table.rows, issues: [] };
  return sumByArea(table, { code, units: roles.units, dimension: roles.dimension });
}

/** The loaded shapes that have the most of a column's codes; null where none has half of them. */
export function shapesFor(table: SourceTable, codeColumn: string, loaded: readonly Shapes[]): Shapes | null {
  const column = columnNamed(table.columns, codeColumn);
  if (!column) return null;
  const codes = new Set<string>();
  for (let row = 0; row < cellCount(column); row++) codes.add(idKey(cellText(column, row)));
  codes.delete('');
  let best: Shapes | null = null;
  let most = ENOUGH * codes.size;
  for (const shapes of loaded) {
    const met = shapes.areas.codes.reduce((sum, code) => sum + (codes.has(idKey(code)) ? 1 : 0), 0);
    if (met <= most) continue;
    most = met;
    best = shapes;
  }
  return best;
}

/** The premises of a table of codes, each at a point inside its area of `shapes`. */
export function placedPremises(
  summed: SummedTable,
  dataset: DatasetRecord,
  shapes: Shapes | null,
): PlacedPremises {
  const code = placingColumn(dataset);
  const points = shapes ? insidePoints(shapes.areas) : new Map<number, InsidePoint>();
  const areas = shapes?.areas ?? NO_AREAS;
  const { units } = dataset.roles;
  const placed = placeInAreas(summed.table, { code, units }, areas, points);
  const id = dataset.roles.id ?? code;
  const read = premisesFromTable(placed.table, { ...dataset.roles, id }, dataset.unit ?? 'premises');
  // What has no place is said by its code.
  const issues = read.issues.filter((issue) => issue.code !== 'NO_LOCATION');
  return { premises: read.premises, issues: [...summed.issues, ...issues], placed, shapes, points };
}

/** What the reader of counts must know of premises that stand at one point of an area. */
export function placingNotes(
  { placed, shapes, points, premises }: PlacedPremises,
  wards: PolygonIndex,
): AnalysisNote[] {
  const notes: AnalysisNote[] = [];
  const { codes, units, rows } = placed.unplaced;
  const examples = codes.slice(0, MOST_SHOWN);
  if (!shapes) {
    const text = `${counted(rows, 'row')} have no coordinates, and no loaded shapes have their codes (${examples.join(', ')} …). Drop in the areas.`;
    return [{ kind: 'no-shape', text, count: rows, layerId: null, examples }];
  }
  const across = areasAcross(shapes.areas, placed.areas, points, wards);
  const kind = areaKindOf(shapes.areas.codes[placed.areas[0]] ?? '') ?? 'other area';
  const area = kind === 'other area' ? 'area' : kind;
  const seen = across === 0 ? '' : ` (${across} of ${placed.areas.length} reach into another ward)`;
  const text = `${premises.unit} are counted at one point inside each ${area} of ${shapes.fileName}: a ward border that cuts one is not seen${seen}.`;
  notes.push({
    kind: 'placed-by-areas',
    text: capitalised(text),
    count: across,
    layerId: null,
  });
  if (codes.length > 0) {
    const what = `${units.toLocaleString('en-GB')} ${unitWord(premises.unit, units)}`;
    const vintage = shapes.vintage ? ` (${shapes.vintage})` : '';
    const lost = `${counted(codes.length, 'code')} with ${what} without a shape in ${shapes.fileName}${vintage}: left out of every count. One of the two may be of another vintage.`;
    notes.push({ kind: 'no-shape', text: lost, count: codes.length, layerId: null, examples });
  }
  return notes;
}
