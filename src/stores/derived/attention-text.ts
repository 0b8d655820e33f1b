import type { ImportedFile } from '../import-store.ts';
import { reportText, roleLabel } from './file-lines.ts';
import { hasIssue } from './import-text.ts';

/** A file that was taken, but with rows repaired or left out, with places that were guessed, points that may be meant as streets, or that is not counted. */
export function needsAttention({ contentId, role, report }: ImportedFile): boolean {
  if (contentId === null) return false;
  const guessed = hasIssue(report, 'CRS_GUESSED');
  return (
    role === 'table' ||
    guessed ||
    hasIssue(report, 'HEIGHTS_KIND') ||
    hasIssue(report, 'NOT_LINES') ||
    report.rowsRepaired > 0 ||
    report.rowsLeftOut > 0
  );
}

/** Why a taken file needs a look. */
export function attentionText({ role, report }: ImportedFile): string {
  const guessed = hasIssue(report, 'CRS_GUESSED');
  const parts = [
    ...(guessed
      ? [
          role === 'heights'
            ? 'say its coordinate system'
            : 'its coordinates are guessed, check them on the map',
        ]
      : []),
    ...(hasIssue(report, 'HEIGHTS_KIND') ? ['say whether it is surface, ground or trees'] : []),
    ...(hasIssue(report, 'NOT_LINES') ? ['if these are streets, give them as lines: these are points'] : []),
    ...(role === 'table' ? ['nothing is counted from it; if that is not meant, say what it is'] : []),
    ...(report.rowsRepaired > 0 || report.rowsLeftOut > 0 ? [reportText(report).rows] : []),
  ];
  return `${role ? `${roleLabel(role)}: ` : ''}${parts.join('; ')}`;
}
