import type { RateCard, Spread } from '../domain/cost/rate-card.ts';
import { RATE_ITEMS } from '../domain/cost/rate-card.ts';
import { ITEM_LIMITS, RATE_LIMITS } from '../domain/cost/rate-limits.ts';
import { CROSSING_WORDS, ITEM_WORDS, PRESENT_VALUE_WORDS, TRENCH_WORDS } from '../domain/cost/rate-words.ts';
import { count } from '../domain/not-spots/headline.ts';
import { PLAN_ITEMS, type PlanCard } from '../domain/plan/plan-card.ts';
import { PLAN_ITEM_WORDS } from '../domain/plan/plan-card-words.ts';
import type { Source } from '../domain/project/figure.ts';
import { inPartWords, isPartlyAssumed } from '../domain/project/is-partly-assumed.ts';
import { assumedParts } from '../domain/radio/device.ts';
import { type Content, element, named, parts } from './page-html.ts';
import { amountText } from './page-numbers.ts';
import type { SourceNotes } from './page-sources.ts';
import { pageTable } from './page-table.ts';
import type { PageSection, PlanPageContent } from './plan-page-content.ts';
import { scrolling } from './plan-page-duel.ts';
import type { PageNames } from './plan-page-names.ts';

/** Figures of the plan's cards that nobody sourced, those of them that went into the plan, and out of how many. */
export function assumedFigures({ evaluation, rates, card }: PlanPageContent): {
  readonly all: readonly CardFigure[];
  readonly used: readonly CardFigure[];
  readonly of: number;
} {
  const figures = [...cardFigures(card), ...rateFigures(rates)];
  const stated = new Set(
    [...evaluation.interventions, evaluation.chosen].flatMap(({ lines }) =>
      lines.flatMap(({ figure }) => (figure?.assumptions ?? []).map(({ text }) => text)),
    ),
  );
  const all = figures.filter(({ source }) => source === null);
  // Figures say which of the cards' they rest on by name.
  const used = all.filter((one) => stated.has(statedAs(one)));
  return { all, used: used.length > 0 ? used : all, of: figures.length };
}

/** All that is taken for granted: what nobody sourced first, by name and value; then what has a source. */
export function assumptionsSection(
  content: PlanPageContent,
  { maySay }: PageNames,
  { cite }: SourceNotes,
): PageSection {
  const { evaluation, rates, card, device } = content;
  const figures = [...cardFigures(card), ...rateFigures(rates)];
  const { all, used } = assumedFigures(content);
  const inTables = new Set(figures.map(statedAs));
  const stated = new Map<string, Source | null>();
  for (const { lines } of [...evaluation.interventions, evaluation.chosen])
    for (const { figure } of lines)
      for (const { text, source } of figure?.assumptions ?? [])
        if (!stated.has(text) && !inTables.has(text) && maySay(text)) stated.set(text, source);
  const sourced = figures.filter(({ source }) => source !== null);
  const partly = sourced.filter(({ source }) => source !== null && isPartlyAssumed(source)).length;
  const list = (isMeant: (source: Source | null) => boolean): Content => {
    const meant = [...stated].filter(([, source]) => isMeant(source));
    if (meant.length === 0) return null;
    return element(
      'ul',
      { class: 'columns' },
      ...meant.map(([text, source]) => element('li', {}, named(text), source ? [' ', cite(source)] : null)),
    );
  };
  const ofRadio = device ? assumedParts(device) : [];
  return {
    id: 'assumptions',
    title: 'Assumptions',
    body: [
      element('h3', {}, 'Nobody sourced these'),
      element(
        'p',
        {},
        `${count(all.length)} of ${count(figures.length)} figures of the plan card and the rate card are assumed; ${count(used.length)} of them went into this plan.${partly > 0 ? ` ${inPartWords(partly)}` : ''} Replace them with your own before anything is decided by them.`,
      ),
      list((source) => source === null),
      device
        ? element(
            'p',
            {},
            'Of the radio ',
            named(device.name),
            ofRadio.length > 0
              ? `, these are assumed: ${ofRadio.join(', ')}.`
              : ', every figure has a source.',
          )
        : element('p', {}, 'The plan’s radio is not known to the project any more.'),
      scrolling(
        'Figures that nobody sourced',
        figureTable('Assumed figures that this plan rests on', used, null),
      ),
      element('h3', {}, 'These have a source'),
      list((source) => source !== null),
      scrolling('Figures with a source', figureTable('Figures with a source', sourced, cite)),
      card.claims.length > 0
        ? [
            element('h3', {}, 'What others claim'),
            element('p', {}, 'Claims, not figures of ours. They are in no sum of this page.'),
            element(
              'ul',
              {},
              ...card.claims.map(({ text, source }) => element('li', {}, named(text), ' ', cite(source))),
            ),
          ]
        : null,
    ],
  };
}

/** As figures of an evaluation name a figure of a card that they rest on. */
function statedAs({ card, label }: CardFigure): string {
  return `${card}: ${label}.`;
}

interface CardFigure {
  readonly card: 'Plan card' | 'Rate';
  readonly label: string;
  readonly value: Spread;
  readonly unit: string;
  readonly source: Source | null;
}

function figureTable(
  caption: string,
  figures: readonly CardFigure[],
  cite: SourceNotes['cite'] | null,
): Content {
  return pageTable(
    {
      caption,
      columns: ['Figure', 'Low', 'Middle', 'High', ...(cite ? ['Source'] : [])],
      rows: figures.map(({ label, value, unit, source }): Content[] => [
        parts(label, unitNote(unit)),
        plain(value.low, unit),
        plain(value.mid, unit),
        plain(value.high, unit),
        ...(cite ? [cite(source)] : []),
      ]),
      numbers: [1, 2, 3],
      widths: cite ? [40, 15, 15, 15] : [55, 15, 15, 15],
      className: 'annex',
    },
    'None.',
  );
}

/** "(£ a metre)": what a figure is counted in; nothing for a bare number. */
function unitNote(unit: string): Content {
  const words = unit.replace(/^£ /, '');
  return words === '' ? null : element('span', { class: 'soft' }, ` (${words})`);
}

function plain(value: number, unit: string): string {
  if (unit.startsWith('£') && Number.isInteger(value)) return amountText(value, 'pounds');
  return `${unit.startsWith('£') ? '£' : ''}${NUMBERS.format(value)}`;
}

const NUMBERS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

function cardFigures({ items }: PlanCard): CardFigure[] {
  return PLAN_ITEMS.map((item) => {
    const { label, limit } = PLAN_ITEM_WORDS[item];
    const { value, source } = items[item];
    return { card: 'Plan card', label, value, unit: limit.unit, source };
  });
}

function rateFigures({ trench, items, crossings, termYears, discountPercent }: RateCard): CardFigure[] {
  const exactly = (value: number): Spread => ({ low: value, mid: value, high: value });
  return [
    ...trench
      .filter(({ isAllowed }) => isAllowed)
      .flatMap((rate) =>
        (['poundsPerMetre', 'metresPerDay', 'carbonKilogramsPerMetre'] as const).map(
          (key): CardFigure => ({
            card: 'Rate',
            label: `${TRENCH_WORDS[key].label} (${rate.surface}, ${rate.method})`,
            value: rate[key].value,
            unit: RATE_LIMITS[key].unit,
            source: rate[key].source,
          }),
        ),
      ),
    ...RATE_ITEMS.map(
      (item): CardFigure => ({
        card: 'Rate',
        label: ITEM_WORDS[item].label,
        ...items[item],
        unit: ITEM_LIMITS[item].unit,
      }),
    ),
    ...(Object.keys(CROSSING_WORDS) as (keyof typeof CROSSING_WORDS)[]).flatMap((crossing): CardFigure[] => {
      const figure = crossings[crossing];
      return figure
        ? [
            {
              card: 'Rate',
              label: CROSSING_WORDS[crossing].label,
              ...figure,
              unit: RATE_LIMITS.poundsPerCrossing.unit,
            },
          ]
        : [];
    }),
    {
      card: 'Rate',
      label: PRESENT_VALUE_WORDS.termYears.label,
      value: exactly(termYears.value),
      unit: RATE_LIMITS.termYears.unit,
      source: termYears.source,
    },
    {
      card: 'Rate',
      label: PRESENT_VALUE_WORDS.discountPercent.label,
      value: exactly(discountPercent.value),
      unit: RATE_LIMITS.discountPercent.unit,
      source: discountPercent.source,
    },
  ];
}
