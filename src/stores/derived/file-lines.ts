import { count } from '../../domain/not-spots/headline.ts';
import type { DatasetRecord, Project, Role } from '../../domain/project/project.ts';
import type { FileIssue, FileReport } from '../../domain/tables/file-report.ts';
import { numberOf } from './count-text.ts';

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
  return {
    rows: `${numberOf(rowsRead, 'row')} read, ${count(rowsUsed)} used, ${count(rowsRepaired)} repaired, ${count(rowsLeftOut)} left out`,
    size: bytesText(report.bytes),
    refused: report.issues.some((issue) => issue.outcome === 'refused'),
    issues: report.issues.map((issue) => ({
      issue,
      outcome: OUTCOMES[issue.outcome],
      concerned: issue.outcome === 'refused' && issue.count <= 1 ? '' : `${count(issue.count)} ×`,
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
  { role: 'context', label: 'Map background', meaning: 'drawn quietly, never counted' },
  { role: 'table', label: 'Not used', meaning: 'kept, but nothing is counted from it' },
];

export function roleLabel(role: Role): string {
  return ROLES.find((one) => one.role === role)?.label ?? role;
}

/** Files of the project, those that are counted first. */
export function fileLines(project: Project): readonly DatasetRecord[] {
  const order = ROLES.map((one) => one.role);
  return [...project.datasets].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

const OUTCOMES: Record<FileIssue['outcome'], string> = {
  note: 'Note',
  repaired: 'Repaired',
  'left-out': 'Left out',
  refused: 'Refused',
};

function bytesText(bytes: number): string {
  if (bytes < 1000) return numberOf(bytes, 'byte');
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
