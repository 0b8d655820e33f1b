import type { Borough } from '../borough.ts';
import type { BoroughContent } from '../borough-files.ts';
import { at, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import type { Building } from '../plan/town-plan.ts';
import { zoneHolds } from '../plan/zones.ts';

/** A listed building. Invented. */
export interface ListedBuilding {
  readonly name: string;
  readonly grade: 'I' | 'II*' | 'II';
  readonly position: Position;
}

/** One in a few of the buildings of the old towns, and the oldest public buildings and farms of the villages. */
export function listedBuildingsOf({ plan }: Borough, seed: string): ListedBuilding[] {
  const random = new Random(`${seed} listed buildings`);
  const oldTowns = plan.zones.filter(({ kind }) => kind === 'conservation area');
  const doors = new Map(plan.premises.map(({ building, address }) => [building, address]));
  return plan.buildings.flatMap((building, i): ListedBuilding[] => {
    const position = middleOf(building);
    const [draw, rank] = [random.next(), random.next()];
    const isOld = oldTowns.some((zone) => zoneHolds(zone, position));
    if (draw >= (isOld ? 0.16 : (SHARES[building.kind] ?? 0))) return [];
    return [
      {
        name: (doors.get(i) ?? 'Barn').replace(/^(?:Flat|Unit) \d+, /, ''),
        grade: rank < 0.025 ? 'I' : rank < 0.08 ? 'II*' : 'II',
        position,
      },
    ];
  });
}

/** Listed buildings as points, and conservation areas as shapes: files as a council would publish them. */
export function protectedPlaceContents(borough: Borough, seed: string): BoroughContent[] {
  return [
    {
      contentId: 'listed-buildings',
      title: 'Listed buildings',
      description: 'Listed buildings with their grade, invented.',
      make: () => ({
        fileName: 'listed-buildings.geojson',
        columns: ['name', 'grade'],
        rows: listedBuildingsOf(borough, seed).map(({ name, grade, position }) => ({
          cells: [name, grade],
          shape: { kind: 'point', position },
        })),
      }),
    },
    {
      contentId: 'conservation-areas',
      title: 'Conservation areas',
      description: 'Conservation areas of the old towns, invented.',
      make: () => ({
        fileName: 'conservation-areas.geojson',
        columns: ['name'],
        rows: borough.plan.zones
          .filter(({ kind }) => kind === 'conservation area')
          .map(({ name, outline }) => ({
            cells: [name],
            shape: { kind: 'polygons', polygons: [[outline]] },
          })),
      }),
    },
  ];
}

const SHARES: Partial<Record<Building['kind'], number>> = { public: 0.12, farm: 0.05 };

function middleOf({ outline }: Building): Position {
  const [x, y] = outline.reduce(([sumX, sumY], [cx, cy]) => [sumX + cx, sumY + cy], [0, 0]);
  return at(x / outline.length, y / outline.length);
}
