import { capitalised } from '../domain/capitalised.ts';
import type { Evaluated } from '../domain/evaluation/evaluation.ts';
import { LINE_KEYS } from '../domain/evaluation/evaluation.ts';
import { lineWords } from '../domain/evaluation/line-words.ts';
import { count, unitWord } from '../domain/not-spots/headline.ts';
import { type Content, element, named, parts } from './page-html.ts';
import { figureCell, share, small } from './page-numbers.ts';
import { pageTable } from './page-table.ts';
import type { PageSection, PlanPageContent } from './plan-page-content.ts';
import type { PageNames } from './plan-page-names.ts';

/** All interventions held against each other, line by line. */
export function duelSection({ evaluation }: PlanPageContent, { maySay }: PageNames): PageSection {
  const judged = [
    ...evaluation.interventions,
    ...(hasChosenSeveral(evaluation.chosen, evaluation.interventions) ? [evaluation.chosen] : []),
  ];
  const rows = LINE_KEYS.map((key, at): Content[] => {
    return [lineWords(key).label, ...judged.map((one) => cellOf(one, at))];
  });
  const below = [
    ...evaluation.sentences.filter((text) => maySay(text) && isOfOneDesign(text)),
    ...unknownLines(judged, maySay),
  ];
  const refused = judged.filter((one) => one.refused !== null);
  const { unit } = evaluation;
  return {
    id: 'duel',
    title: 'Both answers, side by side',
    body: [
      refused.map(({ kind, refused: why }) =>
        element(
          'p',
          { class: 'notice' },
          element('strong', {}, `${capitalised(kind)}: no design. `),
          why ?? '',
        ),
      ),
      scrolling(
        'Both answers, side by side',
        pageTable(
          {
            caption: parts(
              'The same premises, four ways',
              small(
                `Counts are of ${unitWord(unit, 2)}. Under a middle stands its range, low to high. “assumed”: a part of it rests on a figure that nobody sourced, or one end of whose range nobody did; they are named under “Assumptions”. What each line is stands under “Definitions”.`,
              ),
            ),
            columns: ['What', ...judged.map(({ kind }) => kindHead(kind))],
            rows,
            className: 'duel',
            widths: [20],
          },
          'Nothing was judged.',
        ),
      ),
      below.length > 0
        ? element('ul', { class: 'small-list' }, ...below.map((one) => element('li', {}, one)))
        : null,
    ],
  };
}

/** "Leave as it is: to build, for each served is not known. Nobody is served, so …", a line for each reason. */
function unknownLines(judged: readonly Evaluated[], maySay: PageNames['maySay']): string[] {
  const byWhy = new Map<string, { readonly kinds: Set<string>; readonly labels: Set<string> }>();
  for (const { kind, lines } of judged)
    for (const { key, figure, why } of lines) {
      if (figure !== null || !why || !maySay(why)) continue;
      const known = byWhy.get(why) ?? { kinds: new Set(), labels: new Set() };
      known.kinds.add(kind);
      known.labels.add(lineWords(key).label.toLowerCase());
      byWhy.set(why, known);
    }
  return [...byWhy].map(
    ([why, { kinds, labels }]) => `Not known of ${[...kinds].join(', ')}: ${[...labels].join('; ')}. ${why}`,
  );
}

/** Whether a sentence of an evaluation tells of one design alone, as the first sheet's key lines do. */
export function isOfOneDesign(sentence: string): boolean {
  return /^(?:Rooftop radio|Digging|The hybrid) serves (?:none|[\d,]+) of the /.test(sentence);
}

/** Premises lifted by ward, and not-spots lifted by definition. */
export function liftsSection({ evaluation }: PlanPageContent): PageSection {
  const judged = evaluation.interventions.filter(
    ({ refused, kind }) => refused === null && kind !== 'leave as it is',
  );
  const codes = new Map<string, string>();
  for (const { byWard } of judged)
    for (const { code, name } of byWard) codes.set(code ?? '', code === null ? 'Outside every ward' : name);
  const wardRows = [...codes].map(([code, name]): Content[] => {
    const lifts = judged.map(({ byWard }) => byWard.find((lift) => (lift.code ?? '') === code));
    const asked = lifts.find((lift) => lift)?.asked ?? 0;
    return [
      parts(named(name), code === '' ? null : small(code)),
      count(asked),
      ...lifts.map((lift): Content => {
        if (!lift) return 'none asked';
        return parts(
          element('b', {}, count(lift.served)),
          lift.asked > 0 ? ` of ${count(lift.asked)} (${share(lift.served / lift.asked)})` : '',
          small(`usable ${count(lift.usable)}, gigabit ${count(lift.gigabit)}`),
        );
      }),
    ];
  });
  const recipes = new Map(
    judged.flatMap(({ byRecipe }) => byRecipe.map(({ recipeId, name }) => [recipeId, name])),
  );
  const recipeRows = [...recipes].map(([recipeId, name]): Content[] => {
    const lifts = judged.map(({ byRecipe }) => byRecipe.find((lift) => lift.recipeId === recipeId));
    const first = lifts.find((lift) => lift && lift.why === null);
    const whys = [...new Set(lifts.flatMap((lift) => lift?.why ?? []))];
    return [
      parts(
        named(name),
        whys.map((why) => small(why)),
        first?.notSpots === 0 && first.notKnown === 0
          ? small('None is a not-spot by it: what it asks for is there already.')
          : null,
      ),
      first ? count(first.notSpots) : 'not known',
      ...lifts.map((lift): Content => {
        if (!lift || lift.why !== null) return 'not known';
        return parts(
          element('b', {}, count(lift.lifted)),
          ` of ${count(lift.notSpots)}; ${count(lift.left)} left`,
          lift.notKnown > 0 ? small(`${count(lift.notKnown)} not known`) : null,
        );
      }),
    ];
  });
  const units = unitWord(evaluation.unit, 2);
  const kinds = judged.map(({ kind }) => kindHead(kind));
  return {
    id: 'lifted',
    title: 'Who is lifted, by ward and by definition',
    body: [
      scrolling(
        'Served by ward',
        pageTable(
          {
            caption: parts(
              `${capitalised(units)} served in each ward`,
              small('Each counts once, however many ways reach it.'),
            ),
            widths: [25, 10],
            columns: ['Ward', 'Asked for', ...kinds],
            rows: wardRows,
          },
          'No design serves a ward.',
        ),
      ),
      scrolling(
        'Not-spots by definition',
        pageTable(
          {
            caption: parts(
              'Not-spots among those asked for, by definition, and how many each way lifts',
              small(
                'Usable and gigabit are two things: a definition asks for one of them, and a slower link does not lift it.',
              ),
            ),
            widths: [35, 10],
            columns: ['Definition', 'Not-spots now', ...kinds],
            rows: recipeRows,
          },
          'What the definitions say is not known: no coverage is loaded.',
        ),
      ),
    ],
  };
}

/** A wide table may be moved across by keyboard; it must not widen the page. */
export function scrolling(label: string, ...content: Content[]): Content {
  return element(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': `Table: ${label}`, tabindex: 0 },
    ...content,
  );
}

/** The head of a design's column: a rule of its own (dashed, whole, double) beside its colour, and its name. */
export function kindHead(kind: Evaluated['kind']): Content {
  return [element('span', { class: `kind kind-${kind.replaceAll(' ', '-')}` }), capitalised(kind)];
}

function hasChosenSeveral(chosen: Evaluated, interventions: readonly Evaluated[]): boolean {
  return (
    chosen.refused === null &&
    chosen.lines.length > 0 &&
    !interventions.some(
      ({ lines }) => JSON.stringify(lines.map(figureValue)) === JSON.stringify(chosen.lines.map(figureValue)),
    )
  );
}

function figureValue({ figure }: Evaluated['lines'][number]): unknown {
  return figure?.value ?? null;
}

function cellOf({ refused, lines }: Evaluated, at: number): Content {
  if (refused !== null) return 'no design';
  const figure = lines[at]?.figure;
  return figure ? figureCell(figure) : 'not known';
}
