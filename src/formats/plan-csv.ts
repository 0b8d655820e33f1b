import type { DigPlace, MissedPlace } from '../domain/dig/dig-design.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from '../domain/plan/intervention.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanDesign } from '../domain/plan/plan-design.ts';
import { type PlanLink, planLinks, sectorTiltDegrees, unitsOfHub } from '../domain/plan/plan-links.ts';
import type { Hub, HubSector, RadioMissed, RadioPlace } from '../domain/plan/radio-design.ts';
import { countsAsGigabit } from '../domain/radio/link-meter.ts';
import { type DigCell, type DigColumn, degrees, hundredths } from './dig-columns.ts';
import { designsToHandOver, type PlanTold, planToldColumns } from './plan-told.ts';
import { toldTable } from './told-table.ts';

/**
 * Premises by the answer of each design, a line for each place that any of them was asked for, in the order in which the
 * designs name them (WGS84). Blank where there is no such design; units of a place count once whatever serves it. Throws
 * RangeError where the plan has no design.
 */
export function planPremisesCsv(plan: Plan, told: PlanTold): string {
  const designs = designsToHandOver(plan);
  const lines = new Map<string, PlaceLine>();
  for (const design of designs)
    for (const answer of answersOf(design)) {
      const { place } = answer;
      const key = `${place.lon} ${place.lat}`;
      const line = lines.get(key) ?? { place, answers: new Map() };
      // Fibre stands first: it goes before radio wherever both reach a place.
      if (!line.answers.has(design.kind)) line.answers.set(design.kind, answer);
      lines.set(key, line);
    }
  const chosen = plan.chosen;
  const columns: DigColumn<PlaceLine>[] = [
    ['premises', ({ place }) => place.ids.join('; ')],
    ['units', ({ place }) => place.units],
    ['lon', ({ place }) => degrees(place.lon)],
    ['lat', ({ place }) => degrees(place.lat)],
    ...BUILT_INTERVENTIONS.flatMap((kind) => columnsFor(kind)),
    ['served_by_what_is_chosen', ({ answers }) => servedWords(chosen.map((kind) => answers.get(kind)))],
  ];
  return toldTable(columns, [...lines.values()], planToldColumns(plan, told, PREMISES_LACK));
}

/**
 * The hubs of each design that has some, a line for each sector (one with no sector has one line), with their heights,
 * where each sector looks, and how each is joined to fibre. Degrees clockwise from true north, tilt above the horizontal.
 * Throws RangeError where the plan has no design.
 */
export function planHubsCsv(plan: Plan, told: PlanTold, { earthFactor }: LinkTerms): string {
  const lines = designsToHandOver(plan).flatMap(({ kind, radio }): HubLine[] => {
    if (!radio) return [];
    const links = planLinks(radio, earthFactor);
    return radio.hubs.flatMap((hub, i): HubLine[] => {
      const backhaul = links.find((link) => link.kind === 'backhaul' && link.from.ids[0] === hub.roof.id);
      const at = { kind, hub, units: unitsOfHub(radio, i), backhaul: backhaul ?? null };
      if (hub.sectors.length === 0) return [{ ...at, sector: null, number: null, tilt: null }];
      return hub.sectors.map((sector, place) => ({
        ...at,
        sector,
        number: place + 1,
        tilt: sectorTiltDegrees(links, hub.roof.id, place),
      }));
    });
  });
  return toldTable(HUB_COLUMNS, lines, planToldColumns(plan, told, HUBS_LACK));
}

/**
 * The links of each design that has some, between hubs and to premises, a line each with both ends: place, height, azimuth,
 * tilt. Blank is not known. Throws RangeError where the plan has no design.
 */
export function planLinksCsv(plan: Plan, told: PlanTold, { earthFactor, radioName }: LinkTerms): string {
  const lines = designsToHandOver(plan).flatMap(({ kind, radio }): LinkLine[] =>
    radio ? planLinks(radio, earthFactor).map((link) => ({ kind, link, radioName, earthFactor })) : [],
  );
  return toldTable(LINK_COLUMNS, lines, planToldColumns(plan, told, LINKS_LACK));
}

/** What links of the plan are reckoned with. */
export interface LinkTerms {
  /** k of the earth's radius. */
  readonly earthFactor: number;
  /** Name of the plan's device. */
  readonly radioName: string;
}

interface Answer {
  readonly place: DigPlace;
  /** 'cable': in the hub's own building, which no radio is needed for. null: by nothing. */
  readonly by: 'trench' | 'radio' | 'cable' | null;
  readonly radio: RadioPlace | null;
  readonly hub: Hub | null;
  readonly missed: MissedPlace | RadioMissed | null;
}

interface PlaceLine {
  readonly place: DigPlace;
  readonly answers: Map<BuiltIntervention, Answer>;
}

/** What becomes of each place in a design; who is served by trench or radio is not among the missed of either. */
function answersOf({ trench, radio }: PlanDesign): Answer[] {
  const none = { radio: null, hub: null, missed: null };
  const served: Answer[] = [
    ...(trench?.served ?? [])
      .filter(({ ids }) => ids.length > 0)
      .map((place): Answer => ({ ...none, place, by: 'trench' })),
    ...(radio?.served ?? []).map(
      (place): Answer => ({
        ...none,
        place,
        by: place.metres > 0 ? 'radio' : 'cable',
        radio: place,
        hub: radio?.hubs[place.hub] ?? null,
      }),
    ),
  ];
  const known = new Set(served.map(({ place }) => `${place.lon} ${place.lat}`));
  const missed: Answer[] = [];
  for (const place of [...(radio?.missed ?? []), ...(trench?.missed ?? [])]) {
    const key = `${place.lon} ${place.lat}`;
    if (place.ids.length === 0 || known.has(key)) continue;
    known.add(key);
    missed.push({ ...none, place, by: null, missed: place });
  }
  return [...served, ...missed];
}

function columnsFor(kind: BuiltIntervention): DigColumn<PlaceLine>[] {
  const name = kind.replace(' ', '_');
  const of =
    (cell: (answer: Answer) => DigCell) =>
    ({ answers }: PlaceLine): DigCell => {
      const answer = answers.get(kind);
      return answer ? cell(answer) : null;
    };
  const reason: DigColumn<PlaceLine> = [`${name}_reason`, of(({ missed }) => missed?.reason ?? null)];
  const answer: DigColumn<PlaceLine> = [name, of(({ by }) => (by === null ? 'not served' : `by ${by}`))];
  if (kind === 'dig') return [answer, reason];
  return [
    answer,
    reason,
    [`${name}_hub`, of(({ hub }) => hub?.roof.name ?? null)],
    [`${name}_metres`, of(({ radio }) => radio && hundredths(radio.metres))],
    [
      `${name}_azimuth`,
      of(({ by, radio }) => (by === 'radio' && radio ? hundredths(radio.azimuthDegrees) : null)),
    ],
    [`${name}_mbps`, of(({ radio }) => radio && hundredths(radio.megabitsPerSecond))],
    [`${name}_margin_db`, of(({ radio }) => radio && hundredths(radio.marginDecibels))],
    [
      `${name}_counts_as_gigabit`,
      of(({ by, radio }) => {
        if (by === null) return null;
        return !radio || countsAsGigabit(radio.megabitsPerSecond) ? 'yes' : 'no';
      }),
    ],
  ];
}

function servedWords(answers: readonly (Answer | undefined)[]): DigCell {
  if (answers.length === 0) return 'nothing is chosen';
  const by = [...new Set(answers.flatMap((answer) => answer?.by ?? []))];
  return by.length > 0 ? by.join('; ') : 'not served';
}

interface HubLine {
  readonly kind: BuiltIntervention;
  readonly hub: Hub;
  /** Those in its own building among them. */
  readonly units: number;
  readonly backhaul: PlanLink | null;
  readonly sector: HubSector | null;
  readonly number: number | null;
  readonly tilt: number | null;
}

const HUB_COLUMNS: readonly DigColumn<HubLine>[] = [
  ['design', ({ kind }) => kind],
  ['hub_id', ({ hub }) => hub.roof.id],
  ['hub', ({ hub }) => hub.roof.name],
  ['kind', ({ hub }) => hub.roof.kind],
  ['owner', ({ hub }) => hub.roof.owner],
  ['is_councils', ({ hub }) => yesNo(hub.roof.isCouncils)],
  ['wayleave', ({ hub }) => hub.roof.wayleave],
  ['asked_on', ({ hub }) => hub.roof.askedOn],
  ['has_power', ({ hub }) => yesNo(hub.roof.hasPower)],
  ['lon', ({ hub }) => degrees(hub.roof.lon)],
  ['lat', ({ hub }) => degrees(hub.roof.lat)],
  ['antenna_m', ({ hub }) => hundredths(hub.roof.antennaMetres)],
  ['antenna_above', ({ hub }) => hub.roof.above],
  ['antenna_sea_m', ({ hub }) => hundredths(hub.seaMetres)],
  ['backhaul', ({ hub }) => (hub.backhaul.kind === 'trench' ? 'trench' : 'radio link')],
  ['backhaul_to', ({ backhaul }) => backhaul?.to.name ?? null],
  ['backhaul_m', ({ backhaul }) => backhaul && hundredths(backhaul.metres)],
  ['backhaul_mbps', ({ backhaul }) => backhaul && hundredths(backhaul.megabitsPerSecond)],
  ['backhaul_azimuth', ({ backhaul }) => rounded(backhaul?.from.azimuthDegrees)],
  ['backhaul_tilt', ({ backhaul }) => rounded(backhaul?.from.tiltDegrees)],
  ['hub_units', ({ units }) => units],
  ['sector', ({ number }) => number],
  ['sector_azimuth', ({ sector }) => rounded(sector?.azimuthDegrees)],
  ['sector_tilt', ({ tilt }) => rounded(tilt)],
  ['sector_units', ({ sector }) => sector?.units ?? null],
  ['sector_clients', ({ sector }) => rounded(sector?.clients)],
];

interface LinkLine extends LinkTerms {
  readonly kind: BuiltIntervention;
  readonly link: PlanLink;
}

const LINK_COLUMNS: readonly DigColumn<LinkLine>[] = [
  ['design', ({ kind }) => kind],
  ['link', ({ link }) => link.kind],
  ['radio', ({ radioName }) => radioName],
  ...(['from', 'to'] as const).flatMap((end): DigColumn<LinkLine>[] => [
    [end, ({ link }) => link[end].name],
    [`${end}_id`, ({ link }) => link[end].ids.join('; ')],
    [`${end}_lon`, ({ link }) => degrees(link[end].lon)],
    [`${end}_lat`, ({ link }) => degrees(link[end].lat)],
    [`${end}_antenna_sea_m`, ({ link }) => rounded(link[end].seaMetres)],
    [`${end}_azimuth`, ({ link }) => rounded(link[end].azimuthDegrees)],
    [`${end}_tilt`, ({ link }) => rounded(link[end].tiltDegrees)],
  ]),
  ['sector', ({ link }) => (link.sector === null ? null : link.sector + 1)],
  ['units', ({ link }) => link.units],
  ['metres', ({ link }) => hundredths(link.metres)],
  ['mbps', ({ link }) => hundredths(link.megabitsPerSecond)],
  ['margin_db', ({ link }) => rounded(link.marginDecibels)],
  ['counts_as_gigabit', ({ link }) => (countsAsGigabit(link.megabitsPerSecond) ? 'yes' : 'no')],
  ['earth_factor', ({ earthFactor }) => Math.round(earthFactor * 1e6) / 1e6],
];

const WHOLE = 'the plan as GeoJSON holds all of it';
const PREMISES_LACK = `the trenches, the hubs, prices, notes on the designs, levers, barriers and what was asked; ${WHOLE}`;
const HUBS_LACK = `the trenches, the premises, prices, notes on the designs, levers, barriers, the lines of each link’s budget and what was asked; ${WHOLE} but the budgets`;
const LINKS_LACK = `the trenches, the premises not served, prices, notes on the designs, levers, barriers, the lines of each link’s budget and what was asked; ${WHOLE} but the budgets`;

function yesNo(value: boolean | null): DigCell {
  if (value === null) return null;
  return value ? 'yes' : 'no';
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : hundredths(value);
}
