import { capitalised } from '../../domain/capitalised.ts';
import { CROSSING_KINDS, TRENCH_FIGURES, trenchPlace } from '../../domain/cost/check-rate-card.ts';
import {
  METHODS,
  type Method,
  type RateCard,
  type RateItem,
  type Spread,
} from '../../domain/cost/rate-card.ts';
import { ITEM_LIMITS, RATE_LIMITS } from '../../domain/cost/rate-limits.ts';
import {
  CROSSING_WORDS,
  ITEM_WORDS,
  PRESENT_VALUE_WORDS,
  type RateWords,
  TRENCH_WORDS,
} from '../../domain/cost/rate-words.ts';
import type { Source } from '../../domain/project/figure.ts';
import type { FigureLimit } from '../../domain/project/figure-limit.ts';
import type { Sourced } from '../../domain/project/sourced.ts';
import { SURFACES, type Surface } from '../../domain/streets/surface.ts';
import type { FigureInput } from './figure-draft.ts';

/** What a figure of a rate card holds: low, mid and high, or one number. */
export interface RateFigure {
  readonly values: readonly (number | null)[];
  readonly source: Source | null;
}

/** A figure of a rate card in lists and forms. `key` is its place as the checks of a card name it. */
export interface RateField<Card = RateCard> extends RateWords {
  readonly key: string;
  readonly inputs: readonly FigureInput[];
  /** null: the card does not price it. */
  readonly read: (card: Card) => RateFigure | null;
  readonly write: (card: Card, figure: RateFigure) => Card;
}

/** Figures that stand together, maybe with a switch. */
export interface RateGroup<Card = RateCard> {
  readonly key: string;
  readonly title: string | null;
  readonly fields: readonly RateField<Card>[];
  readonly toggle?: {
    readonly label: string;
    /** The figures stay when it is off: they are only not used. */
    readonly keepsFigures: boolean;
    readonly read: (card: Card) => boolean;
    readonly write: (card: Card, isOn: boolean) => Card;
  };
}

/** What is edited together. */
export interface FiguresSection<Card> {
  readonly key: string;
  readonly title: string;
  readonly groups: readonly RateGroup<Card>[];
}

/** What of a rate card is shown and edited together. */
export interface RateSection extends FiguresSection<RateCard> {
  readonly note: string | null;
  /** Whose rates these are; null: of no surface. */
  readonly surface: Surface | null;
  /** Of a surface: methods that the card has no rate for. */
  readonly methodsToAdd: readonly Method[];
}

/** All of a card's figures in the order shown. A surface has a section of its own, also where nothing can dig it. */
export function rateSections(card: RateCard): readonly RateSection[] {
  return [
    ...SURFACES.map((surface) => surfaceSection(surface, card)),
    itemSection('street', 'Chambers and cable', [
      'poundsPerChamber',
      'metresBetweenChambers',
      'poundsPerMetreOfCable',
    ]),
    {
      key: 'crossings',
      title: 'Crossings',
      note: 'On top of the trench. What is not priced must not be crossed.',
      groups: CROSSING_KINDS.map(crossingGroup),
      surface: null,
      methodsToAdd: [],
    },
    itemSection('premises', 'To each premises', [
      'poundsPerLeadIn',
      'poundsPerMetreOfLeadIn',
      'poundsPerConnection',
    ]),
    itemSection('days', 'Days of road works', [
      'poundsPerDayOfPermit',
      'poundsPerDayOfTrafficManagement',
      'poundsPerDayOfLaneRental',
    ]),
    itemSection('yearly', 'Design, rents and upkeep', [
      'percentForDesignAndSurvey',
      'poundsPerMetreOfDuctAYear',
      'poundsPerPoleAYear',
      'percentOfCapitalToMaintainAYear',
    ]),
    {
      key: 'present-value',
      title: 'Present value',
      note: 'What rents and maintenance of the coming years are worth today.',
      groups: [
        {
          key: 'present-value',
          title: null,
          fields: [numberField('termYears'), numberField('discountPercent')],
        },
      ],
      surface: null,
      methodsToAdd: [],
    },
  ];
}

/** Low, mid and high by one limit. */
export function spreadInputs(limit: FigureLimit): readonly FigureInput[] {
  return ['Low', 'Mid', 'High'].map((label) => ({ label, limit }));
}

/** "Carriageway", "Surface not known" */
export function surfaceWords(surface: Surface): string {
  return surface === 'not known' ? 'Surface not known' : capitalised(surface);
}

function surfaceSection(surface: Surface, card: RateCard): RateSection {
  const has = (method: Method): boolean =>
    card.trench.some((rate) => rate.surface === surface && rate.method === method);
  return {
    key: `surface-${surface.replace(' ', '-')}`,
    title: surfaceWords(surface),
    note: surface === 'not known' ? 'Its range spans what the other surfaces may cost.' : null,
    groups: METHODS.filter(has).map((method) => methodGroup(surface, method)),
    surface,
    methodsToAdd: METHODS.filter((method) => !has(method)),
  };
}

function methodGroup(surface: Surface, method: Method): RateGroup {
  const isIt = (rate: RateCard['trench'][number]): boolean =>
    rate.surface === surface && rate.method === method;
  const withRate = (card: RateCard, part: Partial<RateCard['trench'][number]>): RateCard => ({
    ...card,
    trench: card.trench.map((rate) => (isIt(rate) ? { ...rate, ...part } : rate)),
  });
  const place = trenchPlace({ surface, method });
  return {
    key: place,
    title: capitalised(method),
    toggle: {
      label: method === 'microtrench' ? 'May be used where streets say that it can be cut' : 'May be used',
      keepsFigures: true,
      read: (card) => card.trench.find(isIt)?.isAllowed ?? false,
      write: (card, isAllowed) => withRate(card, { isAllowed }),
    },
    fields: TRENCH_FIGURES.map((figure): RateField => {
      return {
        ...TRENCH_WORDS[figure],
        key: `${place}.${figure}`,
        inputs: spreadInputs(RATE_LIMITS[figure]),
        read: (card) => figureOf(card.trench.find(isIt)?.[figure]),
        write: (card, given) => withRate(card, { [figure]: sourcedOf(given) }),
      };
    }),
  };
}

function itemSection(key: string, title: string, items: readonly RateItem[]): RateSection {
  const fields = items.map(
    (item): RateField => ({
      ...ITEM_WORDS[item],
      key: `items.${item}`,
      inputs: spreadInputs(ITEM_LIMITS[item]),
      read: (card) => figureOf(card.items[item]),
      write: (card, given) => ({ ...card, items: { ...card.items, [item]: sourcedOf(given) } }),
    }),
  );
  return { key, title, note: null, groups: [{ key, title: null, fields }], surface: null, methodsToAdd: [] };
}

function crossingGroup(kind: (typeof CROSSING_KINDS)[number]): RateGroup {
  const key = `crossings.${kind}`;
  const put = (card: RateCard, price: Sourced<Spread> | null): RateCard => ({
    ...card,
    crossings: { ...card.crossings, [kind]: price },
  });
  return {
    key,
    title: CROSSING_WORDS[kind].label,
    toggle: {
      label: 'May be crossed',
      keepsFigures: false,
      read: (card) => card.crossings[kind] !== null,
      write: (card, isOn) => (isOn ? card : put(card, null)),
    },
    fields: [
      {
        ...CROSSING_WORDS[kind],
        label: 'Price',
        key,
        inputs: spreadInputs(RATE_LIMITS.poundsPerCrossing),
        read: (card) => figureOf(card.crossings[kind]),
        write: (card, given) => put(card, sourcedOf(given)),
      },
    ],
  };
}

function numberField(key: 'termYears' | 'discountPercent'): RateField {
  return {
    ...PRESENT_VALUE_WORDS[key],
    key,
    inputs: [{ label: PRESENT_VALUE_WORDS[key].label, limit: RATE_LIMITS[key] }],
    read: (card) => ({ values: [card[key].value], source: card[key].source }),
    write: (card, { values: [value], source }) => ({ ...card, [key]: { value: value ?? 0, source } }),
  };
}

/** A spread as a form has it; null: there is none. */
export function figureOf(sourced: Sourced<Spread> | null | undefined): RateFigure | null {
  if (!sourced) return null;
  const { low, mid, high } = sourced.value;
  return { values: [low, mid, high], source: sourced.source };
}

/** What a form has, as a spread. */
export function sourcedOf({ values: [low, mid, high], source }: RateFigure): Sourced<Spread> {
  return { value: { low: low ?? 0, mid: mid ?? 0, high: high ?? 0 }, source };
}
