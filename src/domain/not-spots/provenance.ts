import type { Source } from '../project/figure.ts';
import type { Fingerprints } from '../project/fingerprints.ts';
import type { Project } from '../project/project.ts';
import type { Analysis } from './analysis.ts';
import { notSpotFigure } from './headline.ts';

/** Where the numbers of an export come from, as text for its columns or members. `countedOn` is an ISO date. */
export function provenanceOf(analysis: Analysis, project: Project, countedOn: string) {
  const figure = notSpotFigure(analysis, project, analysis.units.length - 1);
  return {
    definition: figure.definition,
    sources: figure.sources.map(sourceLine).join('; '),
    countedOn,
    remark: project.fictional ? 'fictional' : '',
  };
}

/** The same with something more to be said beside the numbers. */
export function withRemark<Of extends { readonly remark: string }>(provenance: Of, more: string): Of {
  return { ...provenance, remark: [provenance.remark, more].filter((part) => part !== '').join('; ') };
}

/** The same with the fingerprints of the project that was counted. */
export function withFingerprints<Of>(
  provenance: Of,
  fingerprints: Fingerprints | null,
): Of & { readonly fingerprints: Fingerprints | null } {
  return { ...provenance, fingerprints };
}

/** A source in one line; what is not known is said. */
export function sourceLine(source: Source): string {
  const parts = [
    source.title,
    source.publisher,
    source.date ?? 'date not known',
    source.licence,
    source.attribution ?? null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
