import * as v from 'valibot';
import { CLUSTER_LIMITS } from '../domain/clusters/cluster-question.ts';
import { INTERVENTIONS, type Intervention } from '../domain/plan/intervention.ts';
import {
  FIRST_INTERVENTIONS,
  FIRST_ROOFTOPS,
  INTERVENTION_TOPICS,
  PAGES,
  ROOFTOP_TOPICS,
  TOPICS,
  type ViewState,
} from '../stores/view-store.ts';
import { linkPointSchema, linkPointText } from './link-point-text.ts';

/** What of the view stands in the address bar. */
export interface Address {
  readonly page: ViewState['page'];
  /** 'view' in the address; left out for the wards. */
  readonly topic: ViewState['topic'];
  /** Topic 'compare': by what, which authority, and weighed by which need. Parts 'by', 'authority' and 'need'. */
  readonly compare: ViewState['compare'];
  readonly ward: string | null;
  /** Parts 'roofs', 'site', 'from' and 'to', which stand in the address while the Rooftops page is open. */
  readonly rooftops: Pick<ViewState['rooftops'], 'topic' | 'siteId' | 'link'>;
  /**
   * Parts 'about', 'design', 'plan', 'beside' and 'swipe', which stand in the address while the Interventions page is open.
   * A design without a topic means topic 'dig', as addresses said it before there were plans.
   */
  readonly interventions: Pick<
    ViewState['interventions'],
    'topic' | 'designId' | 'planId' | 'compared' | 'sides'
  >;
  /** Id of the open cluster. */
  readonly cluster: string | null;
  /** How clusters are asked for; null: as usual. */
  readonly distance: number | null;
  readonly least: number | null;
  /** Text in the recipe language; null: whatever the project has. */
  readonly recipe: string | null;
  readonly sort: ViewState['sort'] | null;
  /** Whom the ward table counts, by a use's key; null: every premises. Part 'count'. */
  readonly count: string | null;
  /** The two counts compared; what it says is checked where it is used, against the loaded data. */
  readonly sides: string | null;
  /** Layer keys; null: whatever is shown. */
  readonly layers: readonly string[] | null;
  readonly at: { readonly zoom: number; readonly lat: number; readonly lon: number } | null;
}

/** What an address says, and which parts could not be read and were left out. */
export interface ParsedAddress {
  readonly address: Address;
  readonly unread: readonly string[];
}

export const PLAIN_ADDRESS: Address = {
  page: 'not-spots',
  topic: 'wards',
  compare: { measure: 'share', authority: null, need: null },
  ward: null,
  rooftops: { topic: FIRST_ROOFTOPS.topic, siteId: FIRST_ROOFTOPS.siteId, link: FIRST_ROOFTOPS.link },
  interventions: {
    topic: FIRST_INTERVENTIONS.topic,
    designId: FIRST_INTERVENTIONS.designId,
    planId: FIRST_INTERVENTIONS.planId,
    compared: FIRST_INTERVENTIONS.compared,
    sides: FIRST_INTERVENTIONS.sides,
  },
  cluster: null,
  distance: null,
  least: null,
  recipe: null,
  sort: null,
  count: null,
  sides: null,
  layers: null,
  at: null,
};

/** Reads what follows the '#'. Never throws: parts that make no sense are named in `unread` and left out. */
export function parseAddress(hash: string): ParsedAddress {
  const text = hash.replace(/^#\/?/, '');
  if (text === '') return { address: PLAIN_ADDRESS, unread: [] };
  if (text.length > LONGEST) return { address: PLAIN_ADDRESS, unread: ['the whole address'] };
  const [path, query = ''] = splitOnce(text, '?');
  const given = new URLSearchParams(query);
  const unread: string[] = [];
  const read = <Value>(name: string, schema: v.GenericSchema<string, Value>): Value | null => {
    const value = given.get(name);
    if (value === null) return null;
    const parsed = v.safeParse(schema, value);
    if (!parsed.success) unread.push(name);
    return parsed.success ? parsed.output : null;
  };
  const page = v.safeParse(pageSchema, path);
  if (!page.success) unread.push('page');
  const address: Address = {
    page: page.success ? page.output : 'not-spots',
    topic: read('view', topicSchema) ?? 'wards',
    compare: {
      measure: read('by', measureSchema) ?? 'share',
      authority: read('authority', codeSchema),
      need: read('need', needSchema),
    },
    ward: read('ward', codeSchema),
    rooftops: {
      topic: read('roofs', rooftopTopicSchema) ?? 'sites',
      siteId: read('site', codeSchema),
      link: { from: read('from', linkPointSchema), to: read('to', linkPointSchema) },
    },
    interventions: interventionsRead(read),
    cluster: read('cluster', clusterSchema),
    distance: read('distance', numberSchema(CLUSTER_LIMITS.distanceMetres)),
    least: read('least', numberSchema(CLUSTER_LIMITS.leastUnits)),
    recipe: read('recipe', recipeSchema),
    sort: read('sort', sortSchema),
    count: read('count', useSchema),
    sides: read('sides', sidesSchema),
    layers: read('layers', layersSchema),
    at: read('at', cameraSchema),
  };
  return { address, unread };
}

/** The address as it stands after the '#', starting with it. */
export function formatAddress(address: Address): string {
  const parts: string[] = [];
  const add = (name: string, value: string): void =>
    void parts.push(
      `${name}=${encodeURIComponent(value)
        .replace(/%20/g, '+')
        .replace(/%2[CF]/g, decodeURIComponent)}`,
    );
  if (address.topic !== 'wards') add('view', address.topic);
  if (address.compare.measure !== 'share') add('by', address.compare.measure);
  if (address.compare.authority !== null) add('authority', address.compare.authority);
  if (address.compare.need !== null) add('need', address.compare.need);
  if (address.ward !== null) add('ward', address.ward);
  const { topic, siteId, link } = address.rooftops;
  const from = linkPointText(link.from);
  const to = linkPointText(link.to);
  if (topic !== 'sites') add('roofs', topic);
  if (siteId !== null) add('site', siteId);
  if (from !== null) add('from', from);
  if (to !== null) add('to', to);
  const { topic: about, designId, planId, compared, sides } = address.interventions;
  if (about !== topicMeant(designId)) add('about', about);
  if (designId !== null) add('design', designId);
  if (planId !== null) add('plan', planId);
  if (compared.length > 0) add('beside', compared.join(','));
  if (swipeText(sides) !== swipeText(FIRST_INTERVENTIONS.sides)) add('swipe', swipeText(sides));
  if (address.cluster !== null) add('cluster', address.cluster);
  if (address.distance !== null) add('distance', String(address.distance));
  if (address.least !== null) add('least', String(address.least));
  if (address.recipe !== null) add('recipe', address.recipe);
  if (address.count !== null) add('count', address.count);
  if (address.sort) add('sort', `${address.sort.descending ? '-' : ''}${address.sort.column}`);
  if (address.sides !== null) add('sides', address.sides);
  if (address.layers) add('layers', address.layers.join(','));
  if (address.at) {
    const { zoom, lat, lon } = address.at;
    add('at', [zoom.toFixed(2), lat.toFixed(5), lon.toFixed(5)].join('/'));
  }
  return `#/${address.page}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

type ReadPart = <Value>(name: string, schema: v.GenericSchema<string, Value>) => Value | null;

function interventionsRead(read: ReadPart): Address['interventions'] {
  const topic = read('about', interventionTopicSchema);
  const designId = read('design', codeSchema);
  return {
    topic: topic ?? topicMeant(designId),
    designId,
    planId: read('plan', codeSchema),
    compared: read('beside', plansSchema) ?? FIRST_INTERVENTIONS.compared,
    sides: read('swipe', swipeSchema) ?? FIRST_INTERVENTIONS.sides,
  };
}

/** What an address is about that names no topic. */
function topicMeant(designId: string | null): Address['interventions']['topic'] {
  return designId === null ? FIRST_INTERVENTIONS.topic : 'dig';
}

/** "rooftop-radio/dig" */
function swipeText({ left, right }: Address['interventions']['sides']): string {
  return [left, right].map((one) => one.replaceAll(' ', '-')).join('/');
}

const LONGEST = 4000;

const pageSchema = v.picklist(PAGES);
const useSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z -]{0,30}$/));
const topicSchema = v.picklist(TOPICS);
const rooftopTopicSchema = v.picklist(ROOFTOP_TOPICS);
const interventionTopicSchema = v.picklist(INTERVENTION_TOPICS);
const codeSchema = v.pipe(v.string(), v.regex(/^[\w .:-]{1,64}$/));
const clusterSchema = v.pipe(v.string(), v.regex(/^em?\d{1,8}-nm?\d{1,8}$/));
const plansSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split(',')),
  v.array(codeSchema),
  v.maxLength(2),
);
const sideSchema = v.picklist(INTERVENTIONS);
const swipeSchema = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll('-', ' ').split('/')),
  v.strictTuple([sideSchema, sideSchema]),
  v.transform(([left, right]): { left: Intervention; right: Intervention } => ({ left, right })),
);
const measureSchema = v.pipe(v.string(), v.regex(/^[\w:-]{1,100}$/));
const needSchema = v.pipe(v.string(), v.regex(/^(?:none|(?:high|low)(?:\/[^/]*){4})$/), v.maxLength(600));
const recipeSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const sortSchema = v.pipe(
  v.string(),
  v.regex(/^-?[a-z0-9_][a-z0-9_-]{0,99}$/i),
  v.transform((text) => ({ column: text.replace(/^-/, ''), descending: text.startsWith('-') })),
);
const sidesSchema = v.pipe(v.string(), v.regex(/^[\w-]+(?:\/[^/]+){3}$/), v.maxLength(2000));
const layersSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').filter((key) => key !== '')),
  v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,120}$/))),
  v.maxLength(200),
);
const cameraSchema = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,2}(?:\.\d{1,4})?(?:\/-?\d{1,3}(?:\.\d{1,8})?){2}$/),
  v.transform((text) => {
    const [zoom, lat, lon] = text.split('/').map(Number);
    return { zoom, lat, lon };
  }),
  v.object({
    zoom: v.pipe(v.number(), v.minValue(0), v.maxValue(24)),
    lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
    lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  }),
);

/** A whole number within limits. */
function numberSchema({ least, most }: { readonly least: number; readonly most: number }) {
  return v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.minValue(least), v.maxValue(most));
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
