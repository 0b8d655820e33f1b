import type { Borough } from '../borough.ts';
import type { BoroughContent } from '../borough-files.ts';
import { distanceMetres, type Position, resampled } from '../ground/position.ts';

/** A place the council holds and could put an antenna on. Invented. */
export interface CouncilAsset {
  readonly kind:
    | 'town hall'
    | 'tower block'
    | 'library'
    | 'school'
    | 'depot'
    | 'leisure centre'
    | 'lighting column';
  readonly name: string;
  readonly position: Position;
  /** From the ground to its top, metres. */
  readonly heightMetres: number;
  /** In the plan; null for a column. */
  readonly building: number | null;
}

/** The plan's public buildings as what a council has, the highest blocks of flats, then lighting columns along the main roads. */
export function councilAssetsOf({ plan, buildingHeights }: Borough): CouncilAsset[] {
  const settlementOf = new Map(plan.premises.map(({ building, settlement }) => [building, settlement]));
  const taken = new Map<string, number>();
  const named = (place: string, kind: string): string => {
    const words = `${place} ${kind}`;
    const before = taken.get(words) ?? 0;
    taken.set(words, before + 1);
    return before === 0 ? words : `${words} ${before + 1}`;
  };
  const buildings = plan.buildings.flatMap((building, i) => (building.kind === 'public' ? [i] : []));
  const blocks = plan.buildings
    .flatMap((building, i) => (building.kind === 'flats' ? [i] : []))
    .toSorted((one, other) => buildingHeights[other].heightMetres - buildingHeights[one].heightMetres)
    .slice(0, BLOCKS);
  const halls = [...buildings, ...blocks].map((building, i): CouncilAsset => {
    const settlement = plan.settlements[settlementOf.get(building) ?? 0];
    const ofPublic = i === 0 ? 'town hall' : KINDS[i % KINDS.length];
    const kind = i < buildings.length ? ofPublic : 'tower block';
    return {
      kind,
      name: named(settlement.name, kind),
      position: middleOf(plan.buildings[building].outline),
      heightMetres: buildingHeights[building].heightMetres,
      building,
    };
  });
  const columns: CouncilAsset[] = [];
  for (const { class: rank, name, line } of plan.streets) {
    if (rank !== 'A road' && rank !== 'B road') continue;
    for (const position of resampled(line, COLUMN_METRES).slice(1, -1)) {
      const isNear = columns.some((other) => distanceMetres(other.position, position) < COLUMN_METRES / 2);
      if (isNear) continue;
      columns.push({
        kind: 'lighting column',
        name: `Column ${columns.length + 1}, ${name}`,
        position,
        heightMetres: 10,
        building: null,
      });
    }
  }
  return [...halls, ...columns];
}

/** The assets as a file of points. */
export function councilAssetContent(borough: Borough): BoroughContent {
  return {
    contentId: 'council-assets',
    title: 'Council assets',
    description: 'Libraries, schools, depots and lighting columns that could carry an antenna.',
    make: () => ({
      fileName: 'council-assets.geojson',
      columns: ['kind', 'name', 'height_m'],
      rows: councilAssetsOf(borough).map(({ kind, name, heightMetres, position }) => ({
        cells: [kind, name, heightMetres.toFixed(1)],
        shape: { kind: 'point', position },
      })),
    }),
  };
}

const KINDS = ['library', 'school', 'depot', 'school', 'leisure centre'] as const;
const BLOCKS = 8;
/** Between two columns that the file names. */
const COLUMN_METRES = 1500;

function middleOf(outline: readonly Position[]): Position {
  const [x, y] = outline.reduce(([sumX, sumY], [cx, cy]) => [sumX + cx, sumY + cy], [0, 0]);
  return [Math.round((x / outline.length) * 100) / 100, Math.round((y / outline.length) * 100) / 100];
}
