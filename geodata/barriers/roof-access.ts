import type { Borough } from '../borough.ts';
import type { BoroughContent } from '../borough-files.ts';
import { at, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import { councilAssetsOf } from '../heights/council-assets.ts';
import type { Building, Zone } from '../plan/town-plan.ts';
import { zoneHolds } from '../plan/zones.ts';

/** Who owns a roof or a column that could carry an antenna, and what came of asking. Invented. */
export interface RoofAccess {
  readonly name: string;
  readonly kind: 'council building' | 'lighting column' | 'flats' | 'works';
  readonly owner: string;
  /** Blank: nobody has asked yet. */
  readonly wayleave: '' | 'willing' | 'silent' | 'refusing';
  /** ISO date of the asking; blank where nobody has. */
  readonly asked: string;
  /** Blank: not known. */
  readonly power: '' | 'yes' | 'no';
  /** Of a column, from the ground to its top; null of a building, whose height the heights tell. */
  readonly heightMetres: number | null;
  readonly position: Position;
}

/**
 * Roofs of the council, of blocks of flats and of works, and the council's lighting columns. Landlords of the estates are those
 * who did not sign: that is why the networks passed by.
 */
export function roofAccessOf(borough: Borough, seed: string): RoofAccess[] {
  const { plan, buildingHeights } = borough;
  const random = new Random(`${seed} roof access`);
  const council = `${borough.name} Borough Council`;
  const assets = councilAssetsOf(borough);
  const held = new Set(assets.flatMap(({ building }) => building ?? []));
  const streetOf = new Map(plan.premises.map(({ building, address }) => [building, address]));
  const others = plan.buildings.flatMap((building, i): RoofAccess[] => {
    const kind = building.kind;
    if (held.has(i) || (kind !== 'flats' && kind !== 'works')) return [];
    if (buildingHeights[i].heightMetres < LEAST_METRES) return [];
    const position = middleOf(building);
    const estate = plan.zones.find((zone) => zone.kind === 'estate' && zoneHolds(zone, position));
    return [
      {
        kind,
        name: nameOf(kind, streetOf.get(i) ?? ''),
        owner: kind === 'flats' ? landlordOf(estate, random) : random.pick(FIRMS),
        ...answered(estate ? ESTATE : kind === 'works' ? WORKS : PRIVATE, random),
        power: powerOf(random, 0.8),
        heightMetres: null,
        position,
      },
    ];
  });
  return [
    ...assets.map(
      ({ kind, name, heightMetres, position }): RoofAccess => ({
        kind: kind === 'lighting column' ? kind : 'council building',
        name,
        owner: council,
        ...answered(COUNCIL, random),
        // Columns on a circuit that is switched off by day have no power for a radio.
        power: powerOf(random, kind === 'lighting column' ? 0.45 : 0.93),
        heightMetres: kind === 'lighting column' ? heightMetres : null,
        position,
      }),
    ),
    ...others,
  ];
}

/** The same as a file of points. */
export function roofAccessContent(borough: Borough, seed: string): BoroughContent {
  return {
    contentId: 'roof-access',
    title: 'Roof access',
    description:
      'Owners of roofs and lighting columns, whether they would let an antenna on them, and whether there is power.',
    make: () => ({
      fileName: 'roof-access.geojson',
      columns: ['id', 'name', 'kind', 'owner', 'wayleave', 'asked', 'power', 'height_m'],
      rows: roofAccessOf(borough, seed).map(
        ({ name, kind, owner, wayleave, asked, power, heightMetres, position }, i) => ({
          cells: [
            `RA${String(i + 1).padStart(4, '0')}`,
            name,
            kind,
            owner,
            wayleave,
            asked,
            power,
            heightMetres === null ? '' : heightMetres.toFixed(1),
          ],
          shape: { kind: 'point', position },
        }),
      ),
    }),
  };
}

/** Below this nobody asks for a roof. */
const LEAST_METRES = 9;
const FIRMS = [
  'Alderline Components',
  'Brightwater Foods',
  'Carrow Storage',
  'Denholt Motors',
  'Elmhay Print',
];
const LANDLORDS = ['Foxglove Living', 'Granary Court Residents', 'Hathern Lettings', 'Ivyhouse Estates'];

/** Shares of willing, silent and refusing among those asked, and of those asked. */
interface Mood {
  readonly willing: number;
  readonly silent: number;
  readonly asked: number;
}
const COUNCIL: Mood = { willing: 0.72, silent: 0.22, asked: 0.9 };
const ESTATE: Mood = { willing: 0.08, silent: 0.42, asked: 1 };
const PRIVATE: Mood = { willing: 0.35, silent: 0.45, asked: 0.6 };
const WORKS: Mood = { willing: 0.5, silent: 0.35, asked: 0.45 };

function answered(mood: Mood, random: Random): Pick<RoofAccess, 'wayleave' | 'asked'> {
  const [isAsked, draw] = [random.chance(mood.asked), random.next()];
  const asked = `2026-${String(random.whole(1, 10)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
  if (!isAsked) return { wayleave: '', asked: '' };
  const wayleave =
    draw < mood.willing ? 'willing' : draw < mood.willing + mood.silent ? 'silent' : 'refusing';
  return { wayleave, asked };
}

function powerOf(random: Random, share: number): RoofAccess['power'] {
  const draw = random.next();
  return draw < 0.06 ? '' : (draw - 0.06) / 0.94 < share ? 'yes' : 'no';
}

function landlordOf(estate: Zone | undefined, random: Random): string {
  return estate ? `${estate.name.split(' ')[0]} Homes` : random.pick(LANDLORDS);
}

/** "Flat 3, 12 Mill Road" is a door in the block "12 Mill Road". */
function nameOf(kind: 'flats' | 'works', address: string): string {
  const door = address.replace(/^(?:Flat|Unit) \d+, /, '');
  return kind === 'flats' ? `Flats at ${door}` : `Works at ${door}`;
}

function middleOf({ outline }: Building): Position {
  const [x, y] = outline.reduce(([sumX, sumY], [cx, cy]) => [sumX + cx, sumY + cy], [0, 0]);
  return at(x / outline.length, y / outline.length);
}
