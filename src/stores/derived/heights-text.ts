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
    label: 'Trees above ground (CDSM, CHM)',
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

/** A file of heights in a line: "1,000 × 800 cells of 1 metres, heights from 3 m to 90 m above …". Null for any other file. */
export function heightsLine({ report, reportAsRead }: DatasetRecord): string | null {
  const { issues } = reportAsRead ?? report;
  return issues.find(({ code }) => code === 'HEIGHTS_READ')?.message ?? null;
}

/** Metres taken for a level in a file of buildings. */
export function metresPerLevelOf({ metresPerLevel }: DatasetRecord): number {
  return metresPerLevel ?? DEFAULT_METRES_PER_LEVEL;
}
