import { capitalised } from '../../domain/capitalised.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { DatasetRecord, Project } from '../../domain/project/project.ts';
import type { Role } from '../../domain/project/role.ts';
import { releaseDate } from '../../domain/releases/release-date.ts';
import type { FileIssue, FileReport } from '../../domain/tables/file-report.ts';
import { numberOf } from './count-text.ts';
import { sizeWords } from './size-words.ts';

/** A report's numbers as words. */
export interface ReportText {
  /** "13,115 rows read, 13,115 used, 0 repaired, 0 left out" */
  readonly rows: string;
  readonly size: string;
  readonly refused: boolean;
  readonly issues: readonly {
    readonly issue: FileIssue;
    readonly outcome: string;
    readonly concerned: string;
  }[];
}

/** What became of a file, ready to print. */
export function reportText(report: FileReport): ReportText {
  const { rowsRead, rowsUsed, rowsRepaired, rowsLeftOut } = report;
  const refused = report.issues.some((issue) => issue.outcome === 'refused');
  return {
    rows:
      refused && rowsRead === 0
        ? 'No row was read'
        : report.issues.some(({ code }) => code === 'HEIGHTS_READ')
          ? 'Every cell was read'
          : `${numberOf(rowsRead, 'row')} read, ${count(rowsUsed)} used, ${count(rowsRepaired)} repaired, ${count(rowsLeftOut)} left out`,
    size: sizeWords(report.bytes),
    refused,
    issues: report.issues.map((issue) => ({
      issue,
      outcome: OUTCOMES[issue.outcome],
      concerned: saysItsCount(issue) ? '' : `${count(issue.count)} ×`,
    })),
  };
}

/** Roles a person may give a file, with what each means. */
export const ROLES: readonly { readonly role: Role; readonly label: string; readonly meaning: string }[] = [
  { role: 'wards', label: 'Wards', meaning: 'the areas that are counted and ranked' },
  { role: 'premises', label: 'Premises', meaning: 'what is counted: premises, postcodes or households' },
  { role: 'coverage', label: 'Coverage areas', meaning: 'shapes inside which a service is offered' },
  { role: 'records', label: 'Coverage records', meaning: 'yes or no per premises, joined by its identifier' },
  { role: 'shares', label: 'Coverage shares', meaning: 'percentages or counts per area' },
  { role: 'areas', label: 'Other areas', meaning: 'areas that shares or extents may use' },
  {
    role: 'heights',
    label: 'Heights',
    meaning: 'a grid of heights, which rooftop radio looks over',
  },
  { role: 'buildings', label: 'Buildings', meaning: 'footprints that rooftop radio raises on the ground' },
  { role: 'trees', label: 'Trees', meaning: 'what stands in the way of rooftop radio, with leaves' },
  { role: 'streets', label: 'Streets', meaning: 'lines that trenches are dug along, and what they cross' },
  { role: 'fibre points', label: 'Fibre points', meaning: 'places that fibre can come from' },
  { role: 'ducts', label: 'Ducts and poles', meaning: 'lines that cable can be drawn along for a rent' },
  {
    role: 'restrictions',
    label: 'Street restrictions',
    meaning: 'what protects or restricts streets, by name, id or USRN',
  },
  {
    role: 'roof access',
    label: 'Roof access',
    meaning: 'roofs, masts and columns that could carry an antenna, and what their owners say',
  },
  {
    role: 'planned excavations',
    label: 'Planned excavations',
    meaning: 'streets that others will dig up, when, and whether a duct may go in',
  },
  { role: 'context', label: 'Map background', meaning: 'drawn quietly, never counted' },
  {
    role: 'table',
    label: 'Table or look-up',
    meaning: 'joins codes of other files; nothing is counted from it',
  },
];

export function roleLabel(role: Role): string {
  return ROLES.find((one) => one.role === role)?.label ?? role;
}

/** Files of the project, those that are counted first. */
export function fileLines(project: Project): readonly DatasetRecord[] {
  const order = ROLES.map((one) => one.role);
  return [...project.datasets].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** "7 files: wards, premises, coverage shares, map background (4)"; '' where none is loaded. */
export function filesSummary({ datasets }: Project): string {
  if (datasets.length === 0) return '';
  const uses = ROLES.flatMap(({ role, label }) => {
    const among = datasets.filter((dataset) => dataset.role === role).length;
    if (among === 0) return [];
    return among === 1 ? label.toLowerCase() : `${label.toLowerCase()} (${count(among)})`;
  });
  return `${numberOf(datasets.length, 'file')}: ${uses.join(', ')}.`;
}

/** The tables of one file, or a file that is one table. */
export interface FileGroup {
  /** "water.gpkg"; null for a file that is one table. */
  readonly container: string | null;
  readonly files: readonly DatasetRecord[];
}

/** Files with the tables of one container together, where its first table stands. */
export function fileGroups(project: Project): readonly FileGroup[] {
  const lines = fileLines(project);
  const containers = lines.map(({ fileName }) => /^(.+?\.[A-Za-z0-9]+): ./.exec(fileName)?.[1] ?? null);
  const groups: { container: string | null; files: DatasetRecord[] }[] = [];
  for (const [i, dataset] of lines.entries()) {
    const container = containers[i];
    const shared = container !== null && containers.filter((one) => one === container).length > 1;
    const group = shared ? groups.find((one) => one.container === container) : undefined;
    if (group) group.files.push(dataset);
    else groups.push({ container: shared ? container : null, files: [dataset] });
  }
  return groups;
}

/** A file's line in the list. */
export interface FileFacts {
  /** "OS Open UPRN"; null where no published layout was recognised. */
  readonly layout: string | null;
  /** "13,115 rows, 1.2 MB" */
  readonly size: string;
  /** "OS, 2025-11"; what is not known is said. */
  readonly origin: string;
  /** Why it was taken so, or what its role means. */
  readonly why: string;
  /** "3 things noticed"; '' for none. */
  readonly noticed: string;
}

export function fileFacts(dataset: DatasetRecord): FileFacts {
  const { suggestion, role, report, rows, source, fileName, format } = dataset;
  const date = releaseDate({ source, fileName });
  const guessed = suggestion?.role === role ? suggestion.why : null;
  return {
    layout: suggestion?.layout ?? null,
    size: `${HEIGHT_FORMATS.has(format) ? gridWord(report) : numberOf(rows, 'row')}, ${sizeWords(report.bytes)}`,
    origin: [source.publisher ?? 'publisher not known', date ?? 'date not known'].join(', '),
    why: guessed ?? capitalised(ROLES.find((one) => one.role === role)?.meaning ?? ''),
    noticed:
      report.issues.length > 0 ? numberOf(report.issues.length, 'thing noticed', 'things noticed') : '',
  };
}

/** Formats of height grids: their one row is an outline. */
const HEIGHT_FORMATS: ReadonlySet<string> = new Set(['geotiff', 'ascii-grid', 'height-tile']);

function gridWord({ issues }: FileReport): string {
  return issues.some(({ code }) => code === 'NO_HEIGHTS') ? 'picture' : 'heights';
}

/** What the licences of the loaded files ask to be shown, once each, in the order loaded. */
export function attributionsOf(project: Project): readonly string[] {
  return [...new Set(project.datasets.flatMap(({ source }) => source.attribution ?? []))];
}

/** Whether the number in front of a message would only repeat it: "40 × 40 shapes". */
function saysItsCount({ outcome, count: concerned, message }: FileIssue): boolean {
  return (outcome !== 'left-out' && concerned <= 1) || message.startsWith(`${count(concerned)} `);
}

const OUTCOMES: Record<FileIssue['outcome'], string> = {
  note: 'Note',
  repaired: 'Repaired',
  'left-out': 'Left out',
  refused: 'Refused',
};
