import type { Evaluated } from '../domain/evaluation/evaluation.ts';
import { LINE_KEYS } from '../domain/evaluation/evaluation.ts';
import { headlineDesign } from '../domain/evaluation/headline-design.ts';
import { lineWords } from '../domain/evaluation/line-words.ts';
import { count, unitWord } from '../domain/not-spots/headline.ts';
import { type Content, element, named, parts } from './page-html.ts';
import { figureCell, share, small } from './page-numbers.ts';
import { pageTable } from './page-table.ts';
import type { PageSection, PlanPageContent } from './plan-page.ts';
import type { PageNames } from './plan-page-names.ts';

/** What is to be built, and why this and not that: in sentences made from the numbers. */
export function summarySection(
  { plan, evaluation, askedFor }: PlanPageContent,
  { maySay, why }: PageNames,
): PageSection {
  const said = evaluation.sentences.filter(maySay);
  const isLeft = said.length < evaluation.sentences.length;
  return {
    id: 'short',
    title: 'In short',
    body: [
      element(
        'p',
        { class: 'lead' },
        'Asked for ',
        named(askedFor),
        plan.question.onlyNotSpots ? ', those of them that are not-spots' : '',
        '. ',
        plan.chosen.length === 0
          ? 'Nothing is chosen to be built yet: things are left as they are.'
          : `To be built: ${plan.chosen.join(' and ')}.`,
      ),
      cheapestOf(evaluation),
      said.length > 0 ? element('ul', {}, ...said.map((sentence) => element('li', {}, sentence))) : null,
      isLeft
        ? element(
            'p',
            { class: 'notice' },
            `Sentences that name what is confidential are left out. ${why ?? ''}`,
          )
        : null,
    ],
  };
}

/** Which answer serves most for least, over the whole term, and what each of the others comes to. */
function cheapestOf({ interventions, unit }: PlanPageContent['evaluation']): Content {
  const first = headlineDesign(interventions);
  const whole = (one: Evaluated): string => {
    const [cost, served] = (['present value', 'served'] as const).map(
      (key) => one.lines.find((line) => line.key === key)?.figure?.value,
    );
    if (!cost || !served) return 'not known';
    return `£${count(Math.round(cost.mid))}${cost.low === cost.high ? '' : ` (£${count(Math.round(cost.low))} to £${count(Math.round(cost.high))})`} for ${count(served.mid)} ${unitWord(unit, served.mid)}`;
  };
  if (!first) return null;
  const others = interventions.filter(
    (one) => one !== first && one.refused === null && one.kind !== 'leave as it is',
  );
  return element(
    'p',
    {},
    element('strong', {}, `Serves most, and of as many for least: ${first.kind}, ${whole(first)}`),
    ', built and run over the whole term.',
    others.length > 0 ? ` ${others.map((one) => `${capital(one.kind)}: ${whole(one)}.`).join(' ')}` : '',
  );
}

/** All interventions held against each other, line by line. */
export function duelSection({ evaluation }: PlanPageContent, { maySay }: PageNames): PageSection {
  const judged = [
    ...evaluation.interventions,
    ...(hasChosenSeveral(evaluation.chosen, evaluation.interventions) ? [evaluation.chosen] : []),
  ];
  const rows = LINE_KEYS.map((key, at): Content[] => {
    const { label, meaning } = lineWords(key);
    return [parts(label, small(meaning)), ...judged.map((one) => cellOf(one, at, maySay))];
  });
  const refused = judged.filter((one) => one.refused !== null);
  const { unit } = evaluation;
  return {
    id: 'duel',
    title: 'Both answers, side by side',
    body: [
      refused.map(({ kind, refused: why }) =>
        element('p', { class: 'notice' }, element('strong', {}, `${capital(kind)}: no design. `), why ?? ''),
      ),
      scrolling(
        'Both answers, side by side',
        pageTable(
          {
            caption: parts(
              'The same premises, four ways',
              small(
                `Counts are of ${unitWord(unit, 2)}. Under a middle stands its range, low to high. “assumed”: a part of it rests on a figure that nobody sourced; they are named below.`,
              ),
            ),
            columns: ['What', ...judged.map(({ kind }) => capital(kind))],
            rows,
            className: 'duel',
            widths: [judged.length > 4 ? 25 : 30],
          },
          'Nothing was judged.',
        ),
      ),
    ],
  };
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
          small(`${lift.asked > 0 ? share(lift.served / lift.asked) : 'no'} of ${count(lift.asked)}`),
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
    return [
      named(name),
      first ? count(first.notSpots) : 'not known',
      ...lifts.map((lift): Content => {
        if (!lift) return 'not known';
        if (lift.why !== null) return parts('not known', small(lift.why));
        return parts(
          element('b', {}, count(lift.lifted)),
          small(`of ${count(lift.notSpots)}; ${count(lift.left)} left`),
          lift.notKnown > 0 ? small(`${count(lift.notKnown)} not known`) : null,
        );
      }),
    ];
  });
  const units = unitWord(evaluation.unit, 2);
  const kinds = judged.map(({ kind }) => capital(kind));
  return {
    id: 'lifted',
    title: 'Who is lifted, by ward and by definition',
    body: [
      scrolling(
        'Served by ward',
        pageTable(
          {
            caption: parts(
              `${capital(units)} served in each ward`,
              small('Each counts once, however many ways reach it.'),
            ),
            widths: [25, 15],
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
            widths: [25, 15],
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

/** "Rooftop radio" */
export function capital(words: string): string {
  return words === '' ? '' : `${words[0].toUpperCase()}${words.slice(1)}`;
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

function cellOf({ refused, lines }: Evaluated, at: number, maySay: PageNames['maySay']): Content {
  if (refused !== null) return 'no design';
  const line = lines[at];
  if (!line) return 'not known';
  if (!line.figure) return parts('not known', line.why && maySay(line.why) ? small(line.why) : null);
  return parts(figureCell(line.figure));
}
