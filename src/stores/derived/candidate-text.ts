import { count, percent } from '../../domain/not-spots/headline.ts';
import type { DatasetRecord, Project } from '../../domain/project/project.ts';
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
    .filter((dataset) => dataset.supersededBy === undefined && mayBePlaces(dataset))
    .map((dataset) => ({ dataset, name: nameOf(dataset), rank: assetRank(dataset) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ dataset: { contentId, fileName, columnNames }, name }) => ({
      contentId,
      fileName,
      columns: columnNames,
      name,
    }));
}

/** Whether the rows of a file may have places of their own: what is drawn for orientation has, others by their columns. */
function mayBePlaces({ role, roles }: DatasetRecord): boolean {
  if (role === 'context') return true;
  return (role === 'table' || role === 'records') && (roles.lon ?? roles.easting) !== undefined;
}

function nameOf({ roles, columnNames }: DatasetRecord): string {
  return roles.name ?? columnNames.find((column) => /name|title|site|asset/i.test(column)) ?? '';
}

/** Lists of what a council holds first, then other lists of places with an id, streets and the like last. */
function assetRank({ fileName, roles, columnNames }: DatasetRecord): number {
  const words = [fileName, ...columnNames].join(' ');
  if (/asset|propert|tenure|holding/i.test(words)) return 0;
  if (roles.id !== undefined || /site|roof|mast|column|building/i.test(fileName)) return 1;
  return 2;
}

const POINTS: Readonly<Record<CandidateRoof['point'], string>> = {
  'highest point': 'its highest point',
  corner: 'a corner of it',
  'own place': 'its own place',
};
