import type { RateCard, Spread } from '../domain/cost/rate-card.ts';
import { RATE_ITEMS } from '../domain/cost/rate-card.ts';
import { ITEM_LIMITS, RATE_LIMITS } from '../domain/cost/rate-limits.ts';
import { CROSSING_WORDS, ITEM_WORDS, PRESENT_VALUE_WORDS, TRENCH_WORDS } from '../domain/cost/rate-words.ts';
import { LINE_KEYS } from '../domain/evaluation/evaluation.ts';
import { lineWords } from '../domain/evaluation/line-words.ts';
import { count } from '../domain/not-spots/headline.ts';
import { PLAN_ITEMS, type PlanCard } from '../domain/plan/plan-card.ts';
import { PLAN_ITEM_WORDS } from '../domain/plan/plan-card-words.ts';
import type { Source } from '../domain/project/figure.ts';
import { assumedParts } from '../domain/radio/device.ts';
import { type Content, element, named, parts } from './page-html.ts';
import { amountText, small, sourceContent } from './page-numbers.ts';
import { pageTable } from './page-table.ts';
import type { PageSection, PlanPageContent } from './plan-page.ts';
import { capital, scrolling } from './plan-page-duel.ts';
import type { PageNames } from './plan-page-names.ts';

/** What each line of the duel is, in words complete enough to recompute it. */
export function figuresSection({ evaluation }: PlanPageContent, { maySay }: PageNames): PageSection {
  const judged = evaluation.interventions.filter(({ refused }) => refused === null);
  const rows = LINE_KEYS.map((key, at): Content[] => {
    const byText = new Map<string, string[]>();
    for (const { kind, lines } of judged) {
      const definition = lines[at]?.figure?.definition;
      if (!definition || !maySay(definition)) continue;
      const text = kind === 'leave as it is' ? null : definition;
      if (text !== null) byText.set(text, [...(byText.get(text) ?? []), kind]);
    }
    const formulas = onceForAll([...byText]);
    const said = formulas.map(
      ({ text, kinds }): Content =>
        byText.size === 1
          ? element('p', {}, text)
          : element('p', {}, element('b', {}, `${capital(kinds)}: `), text),
    );
    return [lineWords(key).label, said.length > 0 ? said : lineWords(key).meaning];
  });
  return {
    id: 'definitions',
    title: 'Definitions',
    body: scrolling(
      'Definitions',
      pageTable(
        {
          caption: parts(
            'What each line of the comparison is',
            small(
              'Where a formula is the same for several answers it stands once, their numbers side by side: a | b | c.',
            ),
          ),
          columns: ['Line', 'Definition'],
          rows,
          widths: [20],
          className: 'long',
        },
        'Nothing was judged.',
      ),
    ),
  };
}

/**
 * Formulas that differ in their numbers alone, said once: "Rooftop radio | dig: 40 % of the 205 | 325 served." `texts`: each
 * with the answers that it is of.
 */
export function onceForAll(
  texts: readonly (readonly [string, readonly string[]])[],
): { readonly text: string; readonly kinds: string }[] {
  const alike = new Map<string, (readonly [string, readonly string[]])[]>();
  for (const one of texts) {
    const shape = one[0].replace(NUMBER, '#');
    alike.set(shape, [...(alike.get(shape) ?? []), one]);
  }
  return [...alike.values()].map((group) => {
    const numbers = group.map(([text]) => text.match(NUMBER) ?? []);
    let at = -1;
    const text = group[0][0].replace(NUMBER, () => {
      at++;
      const each = numbers.map((list) => list[at]);
      return new Set(each).size === 1 ? each[0] : each.join(' | ');
    });
    return { text, kinds: group.map(([, kinds]) => kinds.join(', ')).join(' | ') };
  });
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/** All that is taken for granted: what nobody sourced first, by name and value; then what has a source. */
export function assumptionsSection(
  { evaluation, rates, card, device }: PlanPageContent,
  { maySay }: PageNames,
): PageSection {
  const stated = new Map<string, Source | null>();
  for (const { lines } of [...evaluation.interventions, evaluation.chosen])
    for (const { figure } of lines)
      for (const { text, source } of figure?.assumptions ?? [])
        if (!stated.has(text) && maySay(text)) stated.set(text, source);
  const figures = [...cardFigures(card), ...rateFigures(rates)];
  // Figures say which of the cards' they rest on by name; those stand in the table with their values.
  const all = figures.filter(({ source }) => source === null);
  const used = all.filter(({ card: of, label }) => stated.has(`${of}: ${label}.`));
  const assumed = used.length > 0 ? used : all;
  for (const { card: of, label } of figures) stated.delete(`${of}: ${label}.`);
  const sourced = figures.filter(({ source }) => source !== null);
  const statedRows = (isMeant: (source: Source | null) => boolean): Content[] =>
    [...stated]
      .filter(([, source]) => isMeant(source))
      .map(([text, source]) =>
        element(
          'li',
          {},
          named(text),
          source ? [' ', element('span', { class: 'soft' }, sourceContent(source))] : null,
        ),
      );
  const unsourced = statedRows((source) => source === null);
  const withSource = statedRows((source) => source !== null);
  const ofRadio = device ? assumedParts(device) : [];
  return {
    id: 'assumptions',
    title: 'Assumptions',
    body: [
      element('h3', {}, 'Nobody sourced these'),
      element(
        'p',
        {},
        `${count(all.length)} of ${count(figures.length)} figures of the plan card and the rate card are assumed; ${count(assumed.length)} of them went into this plan. Replace them with your own before anything is decided by them.`,
      ),
      unsourced.length > 0 ? element('ul', {}, ...unsourced) : null,
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
        figureTable('Figures that nobody sourced and that this plan rests on', assumed, false),
      ),
      element('h3', {}, 'These have a source'),
      withSource.length > 0 ? element('ul', {}, ...withSource) : null,
      scrolling('Figures with a source', figureTable('Figures with a source', sourced, true)),
      card.claims.length > 0
        ? [
            element('h3', {}, 'What others claim'),
            element('p', {}, 'Claims, not figures of ours. They are in no sum of this page.'),
            element(
              'ul',
              {},
              ...card.claims.map(({ text, source }) =>
                element('li', {}, named(text), ' ', sourceContent(source)),
              ),
            ),
          ]
        : null,
    ],
  };
}

interface CardFigure {
  readonly card: 'Plan card' | 'Rate';
  readonly label: string;
  readonly value: Spread;
  readonly unit: string;
  readonly source: Source | null;
}

function figureTable(caption: string, figures: readonly CardFigure[], withSource: boolean): Content {
  return pageTable(
    {
      caption,
      columns: ['Figure', 'Low', 'Middle', 'High', 'Unit', withSource ? 'Source' : 'Card'],
      rows: figures.map(({ card, label, value, unit, source }): Content[] => [
        label,
        plain(value.low, unit),
        plain(value.mid, unit),
        plain(value.high, unit),
        unit.replace(/^£ /, ''),
        withSource ? parts(sourceContent(source)) : card === 'Rate' ? 'rates' : 'plan',
      ]),
      numbers: [1, 2, 3],
      widths: withSource ? [20, 10, 10, 10, 15] : [40, 10, 10, 15, 15],
    },
    'None.',
  );
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
