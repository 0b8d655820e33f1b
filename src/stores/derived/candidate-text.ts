import { count, percent } from '../../domain/not-spots/headline.ts';
import type { Project } from '../../domain/project/project.ts';
import type { CandidateRoof, CandidatesAnswer } from '../../domain/radio/candidate-roof.ts';
import { metresText } from './site-text.ts';

/** A roof on offer, ready to print. */
export interface CandidateLine {
  readonly roof: CandidateRoof;
  /** "sees 1,204 of 4,990 (24.1 %)" */
  readonly sees: string;
  /** "31 m above the ground · its highest point" */
  readonly facts: string;
}

export function candidateLines({ roofs }: CandidatesAnswer): CandidateLine[] {
  return roofs.map((roof) => {
    const { seenUnits, ofUnits, seaMetres, aboveGroundMetres, point } = roof;
    const height =
      aboveGroundMetres === null
        ? `${metresText(seaMetres)} above sea level`
        : `${metresText(aboveGroundMetres)} above the ground`;
    return {
      roof,
      sees:
        ofUnits === 0
          ? 'no premises around it is known'
          : `sees ${count(seenUnits)} of ${count(ofUnits)} (${percent(seenUnits / ofUnits)})`,
      facts: `${height} · ${POINTS[point]}`,
    };
  });
}

/** "The best 20 of 312 roofs looked at; for 14 the height is not known." */
export function candidatesSummary({ roofs, looked, notKnown }: CandidatesAnswer): string {
  const found =
    roofs.length === 0
      ? `None of ${count(looked)} roofs looked at can carry a hub.`
      : roofs.length < looked
        ? `The best ${roofs.length} of ${count(looked)} roofs looked at.`
        : `${count(looked)} ${looked === 1 ? 'roof' : 'roofs'} looked at.`;
  return notKnown > 0 ? `${found} For ${count(notKnown)} more the height is not known.` : found;
}

/** Files whose rows may be places with names, such as a list of council assets. */
export function assetFiles(project: Project): {
  readonly contentId: string;
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly name: string;
}[] {
  return project.datasets
    .filter(({ role }) => ASSET_ROLES.has(role))
    .map(({ contentId, fileName, columnNames, roles }) => ({
      contentId,
      fileName,
      columns: columnNames,
      name: roles.name ?? columnNames.find((column) => /name|title|site|asset/i.test(column)) ?? '',
    }));
}

const ASSET_ROLES: ReadonlySet<string> = new Set(['context', 'table', 'records']);

const POINTS: Readonly<Record<CandidateRoof['point'], string>> = {
  'highest point': 'its highest point',
  corner: 'a corner of it',
  'own place': 'its own place',
};
