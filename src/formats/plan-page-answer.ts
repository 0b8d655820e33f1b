import type { Evaluated, LineKey } from '../domain/evaluation/evaluation.ts';
import { LINE_KEYS } from '../domain/evaluation/evaluation.ts';
import { headlineDesign } from '../domain/evaluation/headline-design.ts';
import { lineWords } from '../domain/evaluation/line-words.ts';
import { count, unitWord } from '../domain/not-spots/headline.ts';
import { isAssumedFigure } from '../domain/project/is-assumed-figure.ts';
import { type Content, element, named } from './page-html.ts';
import { ASSUMED, figureCell, share, withLackWords } from './page-numbers.ts';
import { pageTable } from './page-table.ts';
import { assumedFigures } from './plan-page-assumptions.ts';
import type { PageSection, PlanPageContent } from './plan-page-content.ts';
import { isOfOneDesign, kindHead, scrolling } from './plan-page-duel.ts';
import { answerMap } from './plan-page-maps.ts';
import type { PageNames } from './plan-page-names.ts';
import { designsOf } from './plan-told.ts';

/** The first sheet: the answer as a number, a map, the key lines of each design, why this and not that, and what is not known. */
export function summarySection(content: PlanPageContent, names: PageNames): PageSection {
  const { plan, evaluation, askedFor } = content;
  const said = evaluation.sentences.filter((text) => names.maySay(text) && !isOfOneDesign(text));
  const isLeft = !evaluation.sentences.every(names.maySay);
  const unknown = notKnown(content, names);
  return {
    id: 'short',
    title: 'In short',
    body: [
      answer(content),
      element(
        'p',
        {},
        'Asked for ',
        named(askedFor),
        plan.question.onlyNotSpots ? ', those of them that are not-spots' : '',
        '. ',
        plan.chosen.length === 0
          ? 'Nothing is chosen to be built yet: things are left as they are.'
          : `To be built: ${plan.chosen.join(' and ')}.`,
      ),
      answerMap(content),
      keyLines(evaluation.interventions),
      said.length > 0
        ? [
            element('h3', {}, 'Why this and not that'),
            element('ul', { class: 'columns' }, ...said.map((sentence) => element('li', {}, sentence))),
          ]
        : null,
      isLeft
        ? element(
            'p',
            { class: 'notice' },
            `Sentences that name what is confidential are left out. ${names.why ?? ''}`,
          )
        : null,
      unknown.length > 0
        ? [
            element('h3', {}, 'What is not known'),
            element('ul', { class: 'columns' }, ...unknown.map((one) => element('li', {}, one))),
          ]
        : null,
    ],
  };
}

/** What is chosen, else the design that serves most for least: its price as the headline, as on the screen. */
function answer({ plan, evaluation: { interventions, chosen, unit } }: PlanPageContent): Content {
  const isChosen = plan.chosen.length > 0 && chosen.refused === null;
  const told = isChosen ? chosen : headlineDesign(interventions);
  const cost = told && figureOf(told, 'present value');
  const served = told && figureOf(told, 'served');
  if (!told || !cost || !served) return null;
  const names = (isChosen ? plan.chosen : [told.kind]).map((kind) =>
    kind === 'rooftop radio' ? kind : `the ${kind}`,
  );
  const { low, mid, high, lacks } = cost.value;
  const of = served.denominator;
  const pounds = (value: number): string => `£${count(Math.round(value))}`;
  return [
    element(
      'p',
      { class: 'answer' },
      withLackWords(element('b', {}, pounds(mid)), lacks),
      ` to build and run ${names.join(' and ')}, for ${count(served.value.mid)}${of === null ? '' : ` of ${count(of)}`} ${unitWord(unit, of ?? served.value.mid)}${of === null || of === 0 ? '' : ` (${share(served.value.mid / of)})`} `,
      isAssumedFigure(cost) ? ASSUMED : null,
    ),
    element(
      'p',
      { class: 'lead' },
      `${low === high ? 'Over' : `${pounds(low)} to ${pounds(high)}${lacks ? ', and what is not known,' : ''} over`} the whole term. ${isChosen ? 'It is what is chosen to be built.' : 'Of the designs it serves most, and of as many costs least.'}`,
    ),
  ];
}

/** The lines that decide, of the designs that there are. */
function keyLines(interventions: readonly Evaluated[]): Content {
  const cards = interventions.filter(({ kind }) => kind !== 'leave as it is');
  const rows = KEY_LINES.map((key): Content[] => [
    lineWords(key).label,
    ...cards.map((one): Content => {
      if (one.refused !== null) return 'no design';
      const figure = figureOf(one, key);
      return figure ? figureCell(figure) : 'not known';
    }),
  ]);
  return scrolling(
    'Key lines',
    pageTable(
      {
        caption: 'The three designs for the same premises: key lines',
        columns: ['What', ...cards.map(({ kind }) => kindHead(kind))],
        rows,
        className: 'cards',
        widths: [25],
      },
      'Nothing was judged.',
    ),
  );
}

const KEY_LINES: readonly LineKey[] = [
  'served',
  'capital',
  'present value',
  'weeks to last service',
  'days of road works',
  'gap',
];

/** What a reader must not take for settled, in a few lines; all of it stands in full further on. */
function notKnown(content: PlanPageContent, { maySay }: PageNames): string[] {
  const { plan, evaluation } = content;
  const designs = evaluation.interventions.filter(
    ({ kind, refused }) => refused === null && kind !== 'leave as it is',
  );
  const { all, used, of } = assumedFigures(content);
  const lines = LINE_KEYS.filter((_, at) =>
    designs.some(({ lines }) => lines[at] && lines[at].figure === null),
  ).map((key) => lineWords(key).label.toLowerCase());
  const notes = new Set(
    [
      ...designsOf(plan).flatMap(({ radio, trench }) => [...(radio?.notes ?? []), ...(trench?.notes ?? [])]),
      ...designs.flatMap(({ notes }) => notes),
    ].filter((text) => maySay(text) && IS_NOT_KNOWN.test(text)),
  );
  const ofFiles = [...notes].filter((text) => text.startsWith(OF_FILES));
  const unsure = new Set(
    designs.flatMap(({ barriers }) =>
      barriers.filter(({ effect }) => effect.weeks === null && !effect.forbids).map(({ id }) => id),
    ),
  ).size;
  return [
    ...(all.length > 0
      ? [
          `${count(all.length)} of the ${count(of)} figures of the cards have no source and are assumed; ${count(used.length)} of them went into this plan. They are named under “Assumptions”.`,
        ]
      : []),
    ...(lines.length > 0 ? [`Not known of at least one design: ${lines.join(', ')}.`] : []),
    ...(unsure > 0
      ? [
          `How many weeks ${count(unsure)} of the barriers ${unsure === 1 ? 'takes' : 'take'} is not known: they are named under “What stands in the way”.`,
        ]
      : []),
    ...(ofFiles.length > 0
      ? [`Of the files: ${ofFiles.map((text) => text.slice(OF_FILES.length).replace(/\.$/, '')).join('; ')}.`]
      : []),
  ];
}

const OF_FILES = 'Not known: ';
const IS_NOT_KNOWN = /\b(?:not known|does not say)\b/i;

function figureOf({ lines }: Evaluated, key: LineKey) {
  return lines.find((line) => line.key === key)?.figure ?? null;
}
