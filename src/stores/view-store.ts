import { createStore } from 'zustand/vanilla';
import { CLUSTER_LIMITS } from '../domain/clusters/cluster-question.ts';
import type { AskedAt } from '../domain/explain/cell-question.ts';
import type { Intervention } from '../domain/plan/intervention.ts';
import type { HeightAbove } from '../domain/radio/rooftop-site.ts';

/** The five pages of the bar. */
export type MainPage = 'not-spots' | 'premises' | 'rooftops' | 'interventions' | 'data';

/** The pages of the bar, and those about the app itself. */
export type Page = MainPage | 'work' | 'accessibility' | 'privacy';

export const MAIN_PAGES: readonly MainPage[] = ['not-spots', 'premises', 'rooftops', 'interventions', 'data'];

export const PAGES: readonly Page[] = [...MAIN_PAGES, 'work', 'accessibility', 'privacy'];

/** What the Not-spots page is about: its panel, its table and what its map draws. */
export type Topic = 'wards' | 'clusters' | 'areas' | 'compare' | 'before-after';

export const TOPICS: readonly Topic[] = ['wards', 'clusters', 'areas', 'compare', 'before-after'];

/** Column the ward table is sorted by: 'name', 'units', 'not-spots', 'share', 'not-known', or a layer's key. */
export type SortColumn = string;

/** Rows of the premises chosen together. */
export interface PremisesChoice {
  /** The premises file and how it is read (`premisesKey`): its rows mean nothing in another. */
  readonly of: string;
  readonly rows: readonly number[];
  /** What they are together, "M15 4AB"; null for one row. */
  readonly title: string | null;
  /** The place asked for, where that is no premises and the rows are only the nearest. */
  readonly asked: {
    readonly title: string;
    readonly lon: number;
    readonly lat: number;
    readonly distanceMetres: number;
  } | null;
}

/** Clusters: how they are asked for, and which is looked at. */
export interface ClustersView {
  readonly distanceMetres: number;
  readonly leastUnits: number;
  /** Id of the open one. */
  readonly id: string | null;
  /** Id of the one under the pointer or the keyboard focus. */
  readonly hovered: string | null;
  readonly sort: { readonly column: string; readonly descending: boolean };
}

/** What topic 'compare' is asked. */
export interface CompareChoice {
  /** By what wards are compared: 'share', 'not-spots', 'technology:gigabit', 'use:home' … */
  readonly measure: string;
  /** Code of the authority; null: the one that the data is of. */
  readonly authority: string | null;
  /** Need that the address asks for and nothing has taken up yet (stores/derived/need-text.ts); 'none': nobody wants any weighed. */
  readonly need: string | null;
}

/** What the Rooftops page is about. */
export type RooftopTopic = 'sites' | 'link' | 'reach' | 'premises' | 'radios';

export const ROOFTOP_TOPICS: readonly RooftopTopic[] = ['sites', 'link', 'reach', 'premises', 'radios'];

/** One end of the link that is looked at: a site of the project, or a place of its own. */
export type LinkPoint =
  | { readonly kind: 'site'; readonly siteId: string }
  | {
      readonly kind: 'place';
      readonly lon: number;
      readonly lat: number;
      /** Height of the antenna over what `above` names, metres. */
      readonly antennaMetres: number;
      readonly above: HeightAbove;
      /** It is the place of a premises, the person's data: such an end is never in the address. */
      readonly ofPremises: boolean;
    };

/** What the next place chosen on the map, by a click or at the cross, is for. A site's id: it is moved there. */
export type Picking =
  | { readonly kind: 'new-site' }
  | { readonly kind: 'move-site'; readonly siteId: string }
  | { readonly kind: 'link-end'; readonly end: 'from' | 'to' }
  | { readonly kind: 'premises' };

/** The Rooftops page: its topic, and the sites and ends looked at. */
export interface RooftopsView {
  readonly topic: RooftopTopic;
  /** Id of the chosen site; one that is not there (any more) counts as none. */
  readonly siteId: string | null;
  /** Id of the site under the pointer or the keyboard focus, in map, list or table. Never in the address. */
  readonly hoveredSite: string | null;
  readonly link: { readonly from: LinkPoint | null; readonly to: LinkPoint | null };
  /** The place on the link that map and chart point at, metres from its first end; null: none. Never in the address. */
  readonly hoveredMetres: number | null;
  /** How far the reach of a roof is looked at. */
  readonly radiusMetres: number;
  /** Mast that the reach is looked at with, whole metres over the surface at the site; null: the site's own. Never in the address. */
  readonly mastMetres: number | null;
  /** Whether roofs and links are drawn with their heights, on a tilted map. Never in the address. */
  readonly isRelief: boolean;
  /** null: a place on the map is only looked at. Never in the address. */
  readonly picking: Picking | null;
  /** Where the antenna of the next site stands, as its form has it. Never in the address. */
  readonly nextSite: { readonly antennaMetres: number; readonly above: HeightAbove };
}

/** What the Interventions page is about. */
export type InterventionTopic =
  | 'duel'
  | 'barriers'
  | 'cheapest'
  | 'compare-plans'
  | 'register'
  | 'dig'
  | 'rates';

export const INTERVENTION_TOPICS: readonly InterventionTopic[] = [
  'duel',
  'barriers',
  'cheapest',
  'compare-plans',
  'register',
  'dig',
  'rates',
];

/** What the next place chosen on the map is for in a dig. A root's id: that root is moved there. */
export type DigPicking =
  | { readonly kind: 'corner' }
  | { readonly kind: 'new-root' }
  | { readonly kind: 'move-root'; readonly rootId: string };

/** How premises of a dig are chosen. */
export type ReachingBy = 'ward' | 'cluster' | 'shape' | 'list';

/** Whom the next dig is to reach, as chosen so far. Never in the address. */
export interface NextDig {
  readonly by: ReachingBy;
  /** Code of the ward; null: none chosen yet. */
  readonly wardCode: string | null;
  /** Id of the cluster, and its rows at the time it was chosen. */
  readonly cluster: {
    readonly id: string;
    readonly name: string;
    /** Its wards by name, most not-spots first. */
    readonly wards: readonly string[];
    readonly rows: Uint32Array;
  } | null;
  /** Corners of the shape as they were chosen, longitude and latitude; it closes from three on. */
  readonly corners: readonly (readonly [number, number])[];
  /** What a person typed or pasted: UPRNs, other ids and postcodes. */
  readonly typed: string;
  /** Ids of the premises that the text names; null: it is not read yet. */
  readonly ids: readonly string[] | null;
  readonly onlyNotSpots: boolean;
}

/** The Interventions page: its topic, the design that is worked on, and what is pointed at. */
export interface InterventionsView {
  readonly topic: InterventionTopic;
  /** Id of the open design; one that is not there (any more) counts as none. */
  readonly designId: string | null;
  /** Id of the open plan; one that is not there (any more) counts as none. */
  readonly planId: string | null;
  /** Which of a plan's designs are drawn left and right of the swipe. */
  readonly sides: { readonly left: Intervention; readonly right: Intervention };
  /** Ids of the plans that are compared with the open one, at most two. */
  readonly compared: readonly string[];
  /** Id of the hub's roof or barrier, or key of the premises of a plan, under the pointer or the keyboard focus. Never in the address. */
  readonly hoveredThing: string | null;
  /** Id of the hub's roof or key of the premises that is looked at in a plan. Never in the address. */
  readonly thingId: string | null;
  /** Id of the street under the pointer or the keyboard focus, in map, panel or table. Never in the address. */
  readonly hoveredStreet: string | null;
  /** Id of the street that is looked at. Never in the address. */
  readonly streetId: string | null;
  /** null: a place on the map is only looked at. Never in the address. */
  readonly picking: DigPicking | null;
  readonly next: NextDig;
}

/** What is looked at; goes into the address bar, never into undo. */
export interface ViewState {
  readonly page: Page;
  readonly topic: Topic;
  /** Selected ward's GSS code. */
  readonly wardCode: string | null;
  /** Ward under the pointer or the keyboard focus, in map or table. */
  readonly hoveredWard: string | null;
  readonly sort: { readonly column: SortColumn; readonly descending: boolean };
  /** Whom the ward table counts, by a use's key; null: every premises. */
  readonly tableUse: string | null;
  /** The two counts that topic 'before-after' compares, as the address says them (stores/derived/sides-text.ts); null: not chosen yet. */
  readonly sides: string | null;
  /** Layer ids whose coverage is drawn. */
  readonly shownLayers: readonly string[];
  readonly showPremises: boolean;
  /** Map camera; null until the map has one. */
  readonly camera: { readonly lon: number; readonly lat: number; readonly zoom: number } | null;
  readonly compare: CompareChoice;
  readonly tableOpen: boolean;
  readonly clusters: ClustersView;
  readonly rooftops: RooftopsView;
  readonly interventions: InterventionsView;
  /** Premises that the Premises page is about. Never in the address: it is the person's data. */
  readonly premises: PremisesChoice | null;
  /** The figure whose explanation is open. Never in the address. */
  readonly explained: AskedAt | null;
}

/** Clusters as they are asked for unless somebody says otherwise, ranked. */
export const USUAL_CLUSTERS: ClustersView = {
  distanceMetres: CLUSTER_LIMITS.distanceMetres.usual,
  leastUnits: CLUSTER_LIMITS.leastUnits.usual,
  id: null,
  hovered: null,
  sort: { column: 'rank', descending: false },
};

/** The Rooftops page as it first opens. */
export const FIRST_ROOFTOPS: RooftopsView = {
  topic: 'sites',
  siteId: null,
  hoveredSite: null,
  link: { from: null, to: null },
  hoveredMetres: null,
  radiusMetres: 3_000,
  mastMetres: null,
  isRelief: false,
  picking: null,
  nextSite: { antennaMetres: 3, above: 'surface' },
};

/** The Interventions page as it first opens. */
export const FIRST_INTERVENTIONS: InterventionsView = {
  topic: 'duel',
  designId: null,
  planId: null,
  sides: { left: 'rooftop radio', right: 'dig' },
  compared: [],
  hoveredThing: null,
  thingId: null,
  hoveredStreet: null,
  streetId: null,
  picking: null,
  next: { by: 'ward', wardCode: null, cluster: null, corners: [], typed: '', ids: null, onlyNotSpots: true },
};

export function createViewStore(initial: Partial<ViewState> = {}) {
  return createStore<ViewState>()(() => ({
    page: 'not-spots',
    topic: 'wards',
    wardCode: null,
    hoveredWard: null,
    sort: { column: 'not-spots', descending: true },
    tableUse: null,
    sides: null,
    shownLayers: [],
    showPremises: true,
    camera: null,
    compare: { measure: 'share', authority: null, need: null },
    tableOpen: true,
    clusters: USUAL_CLUSTERS,
    rooftops: FIRST_ROOFTOPS,
    interventions: FIRST_INTERVENTIONS,
    premises: null,
    explained: null,
    ...initial,
  }));
}

export type ViewStore = ReturnType<typeof createViewStore>;
