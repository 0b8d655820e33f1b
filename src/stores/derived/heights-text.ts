import type { DatasetRecord } from '../../domain/project/project.ts';
import type { MeasuredBy } from '../../domain/terrain/heights-said.ts';
import { DEFAULT_METRES_PER_LEVEL } from '../../domain/terrain/raise-buildings.ts';

/** What a file of heights may measure, and what each choice means. */
export const MEASURED: readonly {
  readonly kind: MeasuredBy;
  readonly label: string;
  readonly meaning: string;
}[] = [
  {
    kind: 'surface',
    label: 'Surface (DSM)',
    meaning: 'Roofs and trees as a flight saw them: what stands in the way.',
  },
  {
    kind: 'ground',
    label: 'Bare ground (DTM, DEM)',
    meaning:
      'What heights above ground are counted from. Without a surface, buildings and trees are raised on it.',
  },
  {
    kind: 'canopy',
    label: 'Trees (CDSM, CHM)',
    meaning: 'Metres of trees above the ground; the leaf margin is added where they stand.',
  },
  {
    kind: 'assumed',
    label: 'Surface, not measured (assumed)',
    meaning: 'Used as a surface; every result over it says “assumed”.',
  },
];

/** "bare ground", for the list of steps. */
export function measuredWords(kind: MeasuredBy): string {
  const words: Record<MeasuredBy, string> = {
    surface: 'a surface',
    ground: 'bare ground',
    canopy: 'trees above ground',
    assumed: 'a surface nobody measured (assumed)',
  };
  return words[kind];
}

/** A file of heights in a line: "1,000 × 800 cells of 1 m, heights from 3 m to 90 m." Null for any other file. */
export function heightsLine({ report, reportAsRead }: DatasetRecord): string | null {
  const { issues } = reportAsRead ?? report;
  return issues.find(({ code }) => code === 'HEIGHTS_READ')?.message ?? null;
}

/** What the choice of a kind means, where a person chose another than the file suggests; that is explained already. */
export function measuredMeaning({ heights, suggestion }: DatasetRecord): string | undefined {
  const kind = heights?.kind ?? 'surface';
  return suggestion?.heights?.kind === kind ? undefined : MEASURED.find((one) => one.kind === kind)?.meaning;
}

/** Whether nobody has said yet in which system the cells of a file of heights lie: no link is reckoned with it before. */
export function lacksSystem({ role, coordinates, report, reportAsRead }: DatasetRecord): boolean {
  const { issues } = reportAsRead ?? report;
  return role === 'heights' && !coordinates && issues.some(({ code }) => code === 'CRS_UNKNOWN');
}

/** Metres taken for a level in a file of buildings. */
export function metresPerLevelOf({ metresPerLevel }: DatasetRecord): number {
  return metresPerLevel ?? DEFAULT_METRES_PER_LEVEL;
}
