import { restrictionWords } from '../domain/plan/barrier-words.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanDesign } from '../domain/plan/plan-design.ts';
import { planLinks, unitsOfHub } from '../domain/plan/plan-links.ts';
import { STANDARD_EARTH_FACTOR } from '../domain/radio/earth-bulge.ts';
import {
  cellsByName,
  degrees,
  hundredths,
  PIECE_COLUMNS,
  POUNDS_COLUMNS,
  positionsOf,
} from './dig-columns.ts';
import { toldText } from './dig-told.ts';
import { designsToHandOver, type PlanTold, planToldMembers } from './plan-told.ts';
import { type KmlFeature, writeKml } from './write-kml.ts';

/**
 * The designs of a plan as KML 2.2 (WGS84), a placemark each for pieces of trench, roots, hubs, links between hubs, premises
 * served and not; `design` says of which. The description of the document says what it does not hold. Throws RangeError where
 * the plan has no design.
 */
export function planKml(plan: Plan, told: PlanTold): string {
  const features = designsToHandOver(plan).flatMap((design) => [
    ...trenchMarks(design, plan.question.worksFrom),
    ...radioMarks(design),
  ]);
  const description = toldText(planToldMembers(plan, told, LACKS));
  return writeKml(features, { name: plan.name, description });
}

const LACKS =
  'the parts of each price, days of works, links to premises and where sectors look, what the barriers say beyond their kind and end, levers, and what was asked; the plan as GeoJSON holds all of it';

function trenchMarks({ kind, trench }: PlanDesign, worksFrom: string): KmlFeature[] {
  if (!trench) return [];
  const { pieces, roots, served, missed, barriers } = trench;
  return [
    ...pieces.map((piece, i): KmlFeature => {
      const on = barriers.filter(({ id }) => piece.barriers.includes(id));
      return {
        name: piece.streetName ?? piece.street ?? piece.kind,
        geometry: { type: 'LineString', coordinates: positionsOf(piece.line) },
        properties: {
          design: kind,
          what: 'piece',
          ...cellsByName(PIECE_COLUMNS, piece, i),
          restrictions: restrictionWords(on, worksFrom),
          ...cellsByName(POUNDS_COLUMNS, piece.parts),
        },
      };
    }),
    ...roots.map((root) => {
      const { id, name, kind: rootKind, owner } = root;
      return mark(root, name || id, { design: kind, what: 'root', id, kind: rootKind, owner });
    }),
    ...served
      .filter(({ ids }) => ids.length > 0)
      .map((place) => premisesMark(place, { design: kind, what: 'served by trench' })),
    ...missed
      .filter(({ ids }) => ids.length > 0)
      .map((place) =>
        premisesMark(place, {
          design: kind,
          what: 'not reached by trench',
          reason: place.reason,
          nearest_street: place.nearestStreet,
        }),
      ),
  ];
}

function radioMarks({ kind, radio }: PlanDesign): KmlFeature[] {
  if (!radio) return [];
  const { hubs, served, missed } = radio;
  return [
    ...hubs.map(({ roof, seaMetres, backhaul, sectors }, i) =>
      mark(roof, roof.name, {
        design: kind,
        what: 'hub',
        id: roof.id,
        kind: roof.kind,
        owner: roof.owner,
        wayleave: roof.wayleave,
        antenna_sea_m: hundredths(seaMetres),
        backhaul: backhaul.kind === 'trench' ? 'trench' : 'radio link',
        sector_azimuths: sectors.map(({ azimuthDegrees }) => hundredths(azimuthDegrees)).join('; '),
        units: unitsOfHub(radio, i),
      }),
    ),
    ...planLinks(radio, STANDARD_EARTH_FACTOR)
      .filter((link) => link.kind === 'backhaul')
      .map(
        ({ from, to, metres, megabitsPerSecond }): KmlFeature => ({
          name: `${from.name} to ${to.name}`,
          geometry: {
            type: 'LineString',
            coordinates: [from, to].map(({ lon, lat }) => [degrees(lon), degrees(lat)]),
          },
          properties: {
            design: kind,
            what: 'link',
            metres: hundredths(metres),
            mbps: hundredths(megabitsPerSecond),
          },
        }),
      ),
    ...served.map((place) =>
      premisesMark(place, {
        design: kind,
        what: 'served by radio',
        hub: hubs[place.hub]?.roof.name ?? null,
        metres: hundredths(place.metres),
        mbps: hundredths(place.megabitsPerSecond),
      }),
    ),
    ...missed.map((place) =>
      premisesMark(place, { design: kind, what: 'not served by radio', reason: place.reason }),
    ),
  ];
}

type Told = Readonly<Record<string, string | number | null>>;

function premisesMark(
  place: {
    readonly ids: readonly string[];
    readonly units: number;
    readonly lon: number;
    readonly lat: number;
  },
  told: Told,
): KmlFeature {
  const premises = place.ids.join('; ');
  return mark(place, premises, { ...told, premises, units: place.units });
}

function mark(
  at: { readonly lon: number; readonly lat: number },
  name: string,
  properties: Told,
): KmlFeature {
  return { name, geometry: { type: 'Point', coordinates: [degrees(at.lon), degrees(at.lat)] }, properties };
}
