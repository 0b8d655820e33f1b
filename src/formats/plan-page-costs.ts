import { capitalised } from '../domain/capitalised.ts';
import { unpricedWords } from '../domain/cost/owners-unpriced.ts';
import type { Spread } from '../domain/cost/rate-card.ts';
import { HOW_RANGES_ADD } from '../domain/cost/spread.ts';
import { count, unitWord } from '../domain/not-spots/headline.ts';
import { unitsOfHub } from '../domain/plan/plan-links.ts';
import type { RadioDesign } from '../domain/plan/radio-design.ts';
import { leastShares } from '../domain/plan/shared-rates.ts';
import type { Unit } from '../domain/premises/premises-table.ts';
import { type Content, element, named, parts } from './page-html.ts';
import { penceCells, plainNumber, small } from './page-numbers.ts';
import { MOST_ROWS, pageTable } from './page-table.ts';
import type { PageSection, PlanPageContent } from './plan-page-content.ts';
import { kindHead, scrolling } from './plan-page-duel.ts';
import { designsOf } from './plan-told.ts';

/** What each design costs, part by part, in one table: the middle, and under it low to high. */
export function costsSection({ bills, evaluation }: PlanPageContent): PageSection {
  const of = bills.map(({ kind, trench, radio }) => ({
    kind,
    trench,
    radio,
    both: [trench, radio].flatMap((bill) => bill ?? []),
  }));
  const labels = new Map<string, PartOf>();
  for (const { trench, radio } of bills)
    for (const [name, bill] of [
      ['Trench', trench],
      ['Radio', radio],
    ] as const)
      for (const { what, isYearly } of bill?.parts ?? [])
        labels.set(`${name}: ${what}`, { name, what, isYearly });
  const ordered = [...labels.values()].sort(
    (one, other) => ORDER.indexOf(one.name) - ORDER.indexOf(other.name),
  );
  const rows = ordered.map(({ name, what, isYearly }): Content[] => [
    parts(`${name}: `, what, isYearly ? small('over the term, as it is worth today') : null),
    ...of.map(({ trench, radio }): Content => {
      const part = (name === 'Trench' ? trench : radio)?.parts.find((one) => one.what === what);
      return part ? penceCell(part.pence) : '–';
    }),
  ]);
  const sums: [string, (bill: (typeof of)[number]['both'][number]) => Spread][] = [
    ['To build', ({ capital: once }) => once],
    ['To run, over the term', ({ presentValueOfRunning }) => presentValueOfRunning],
    ['Together', ({ whole }) => whole],
  ];
  for (const [label, sum] of sums)
    rows.push([
      element('strong', {}, label),
      ...of.map(({ both, trench }) =>
        both.length === 0 ? '£0' : penceCell(sumOf(both.map(sum)), trench?.ownersUnpriced),
      ),
    ]);
  const takeUp = of.flatMap(({ kind, trench }): string[] =>
    trench && trench.premises.served > 0
      ? [
          `${capitalised(kind)}, by trench: ${count(trench.premises.served)} ${unitWord(evaluation.unit, trench.premises.served)} served, ${count(trench.premises.connected)} connected at a take-up of ${plainNumber(trench.premises.takeUpPercent)} %.`,
        ]
      : [],
  );
  const unpriced = of.flatMap(({ kind, trench }): string[] => {
    const words = trench && unpricedWords(trench.ownersUnpriced);
    return words ? [`${capitalised(kind)}: ${words}, which are at least what they say.`] : [];
  });
  return {
    id: 'costs',
    title: 'What it costs, part by part',
    body: [
      element('p', {}, [HOW_RANGES_ADD, ...takeUp, ...unpriced].join(' ')),
      scrolling(
        'Costs by part',
        pageTable(
          {
            caption: 'Costs of each design by part: the middle, and under it low to high',
            columns: ['Part', ...of.map(({ kind }) => kindHead(kind))],
            widths: [35],
            rows: of.some(({ both }) => both.length > 0) ? rows : [],
            numbers: of.map((_, at) => at + 1),
            className: 'sums',
          },
          'Nothing is built, and nothing is paid.',
        ),
      ),
    ],
  };
}

interface PartOf {
  readonly name: 'Trench' | 'Radio';
  readonly what: string;
  readonly isYearly: boolean;
}

const ORDER: readonly PartOf['name'][] = ['Trench', 'Radio'];

function sumOf(spreads: readonly Spread[]): Spread {
  const add = (key: keyof Spread): number => spreads.reduce((sum, spread) => sum + spread[key], 0);
  return { low: add('low'), mid: add('mid'), high: add('high') };
}

function penceCell(pence: Spread, unpriced: readonly string[] = []): Content {
  const [low, mid, high] = penceCells(pence);
  return [
    unpriced.length > 0 ? 'at least ' : null,
    element('b', {}, mid),
    pence.low === pence.high ? null : small(low, ' to ', high),
  ];
}

/** Every roof that carries a hub, once, with its number on the maps and what it does in each design. */
export function hubsSection({ plan, held, evaluation }: PlanPageContent): PageSection {
  const designs = designsOf(plan).flatMap(({ kind, radio }) => (radio ? [{ kind, radio }] : []));
  const roofs = new Map(designs.flatMap(({ radio }) => radio.hubs.map(({ roof }) => [roof.id, roof])));
  const why = held.roofs ?? held.premises ?? held.route;
  return {
    id: 'hubs',
    title: 'Hubs',
    body:
      why !== null
        ? element('p', { class: 'notice' }, `Hubs are not named here. ${why}`)
        : designs.length === 0
          ? element('p', {}, 'No answer has a hub.')
          : scrolling(
              'Hubs',
              pageTable(
                {
                  caption:
                    'Hubs: where they stand, who lets the roof, how they are joined to fibre, whom they serve',
                  columns: ['Roof and owner', ...designs.map(({ kind }) => kindHead(kind))],
                  widths: [30],
                  rows: [...roofs.values()].map((roof): Content[] => [
                    parts(
                      named(roof.name),
                      small(
                        named(roof.kind),
                        ', ',
                        roof.owner === null ? 'owner not known' : named(roof.owner),
                        ` (${roof.wayleave}); antenna ${plainNumber(roof.antennaMetres)} m above the ${roof.above === 'surface' ? 'roof' : roof.above}`,
                      ),
                    ),
                    ...designs.map(({ radio }) => hubCell(radio, roof.id, evaluation.unit)),
                  ]),
                  most: MOST_ROWS,
                },
                'No design needs a hub.',
              ),
            ),
  };
}

/** "H1: 226 premises" and how: what a roof does in a design. */
function hubCell(radio: RadioDesign, roofId: string, unit: Unit): Content {
  const at = radio.hubs.findIndex(({ roof }) => roof.id === roofId);
  if (at < 0) return 'no hub here';
  const { seaMetres, backhaul, sectors } = radio.hubs[at];
  const units = unitsOfHub(radio, at);
  const inSectors = sectors.reduce((sum, one) => sum + one.units, 0);
  const least = leastShares(radio)[at];
  const to = backhaul.kind === 'link' ? radio.hubs.findIndex(({ roof }) => roof.id === backhaul.to) : -1;
  const facts = [
    least === null ? '' : `at least ${count(Math.floor(least))} Mbit/s each if all draw at once`,
    units > inSectors ? `${count(units - inSectors)} in its own building, by cable` : '',
    backhaul.kind === 'trench'
      ? 'joined to fibre by a trench'
      : `joined by a radio link to ${to < 0 ? 'another hub' : `H${to + 1}`}, ${count(backhaul.metres)} m, ${count(backhaul.megabitsPerSecond)} Mbit/s`,
    sectors.length > 0
      ? `${count(sectors.length)} ${sectors.length === 1 ? 'sector' : 'sectors'}, to ${sectors.map(({ azimuthDegrees }) => `${count(azimuthDegrees)}°`).join(', ')}`
      : 'no sector',
    `${plainNumber(seaMetres)} m above the datum`,
  ];
  return [
    element('b', {}, `H${at + 1}`),
    ` serves ${count(units)} ${unitWord(unit, units)}`,
    small(capitalised(facts.filter(Boolean).join('; ')), '.'),
  ];
}
