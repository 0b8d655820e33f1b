import type { Evaluated } from '../domain/evaluation/evaluation.ts';
import { count, unitWord } from '../domain/not-spots/headline.ts';
import type { Barrier } from '../domain/plan/barrier.ts';
import { barrierOwner, barrierTitle } from '../domain/plan/barrier-words.ts';
import { isInForce } from '../domain/plan/is-in-force.ts';
import { type Content, element, named, parts } from './page-html.ts';
import { rangeText, small, sourceContent } from './page-numbers.ts';
import { pageTable } from './page-table.ts';
import type { PageSection, PlanPageContent } from './plan-page.ts';
import { capital, scrolling } from './plan-page-duel.ts';
import type { PageNames } from './plan-page-names.ts';

/** What stands in each answer's way: barriers that are alike stand together, those that forbid first. */
export function barriersSection({ plan, evaluation }: PlanPageContent, names: PageNames): PageSection {
  const judged = evaluation.interventions.filter(
    ({ refused, kind }) => refused === null && kind !== 'leave as it is',
  );
  const { worksFrom } = plan.question;
  return {
    id: 'barriers',
    title: 'What stands in the way',
    body: [
      element(
        'p',
        {},
        'Barriers that each answer meets when works begin, under the levers that are pulled. What is said costs for each place.',
      ),
      names.why ? element('p', { class: 'notice' }, `Places are counted and not named. ${names.why}`) : null,
      judged.map((one) => [
        element('h3', {}, capital(one.kind)),
        scrolling(`Barriers of ${one.kind}`, barrierTable(one, worksFrom, names)),
      ]),
    ],
  };
}

/** What is asked of owners and councils. */
export function leversSection({ plan }: PlanPageContent, { placeName, maySay, why }: PageNames): PageSection {
  const rows = plan.levers.map(({ kind, removes, places, owner, cost, from, until, source }): Content[] => [
    capital(kind),
    removes.join(', ') || 'nothing named',
    places === null ? 'everywhere' : placesCell(places, placeName),
    maySay(owner) ? named(owner) : 'not named here',
    parts(
      cost ? rangeText(cost) : 'not known',
      cost?.basis === 'assumed' || source === null
        ? small(sourceContent(null))
        : small(sourceContent(source)),
      from || until
        ? small(`${from ? `from ${from}` : ''}${from && until ? ' ' : ''}${until ? `until ${until}` : ''}`)
        : null,
    ),
  ]);
  return {
    id: 'levers',
    title: 'Levers asked for',
    body: [
      element(
        'p',
        {},
        rows.length > 0
          ? 'All figures of this page hold only if these are pulled. What pulling them costs stands in a line of its own above.'
          : 'None: all figures of this page hold as things are.',
      ),
      why && rows.length > 0
        ? element('p', { class: 'notice' }, `Places are counted and not named. ${why}`)
        : null,
      rows.length > 0
        ? scrolling(
            'Levers asked for',
            pageTable(
              {
                caption: 'Levers that are pulled in this plan',
                columns: ['Lever', 'Removes', 'Where', 'Who can pull it', 'What it costs them'],
                widths: [15, 20, 25],
                rows,
              },
              '',
            ),
          )
        : null,
    ],
  };
}

/** What takes premises with it when it fails. */
export function failuresSection(
  { evaluation }: PlanPageContent,
  { maySay, placeName, why }: PageNames,
): PageSection {
  const judged = evaluation.interventions.filter(
    ({ refused, kind }) => refused === null && kind !== 'leave as it is',
  );
  const rows = judged.flatMap(({ kind, failures }) =>
    failures
      .slice(0, MOST_FAILURES)
      .map(({ kind: what, id, name, units }): Content[] => [
        why === null && maySay(name) ? named(name) : placeName(id) === null ? 'not named here' : named(name),
        what,
        capital(kind),
        `${count(units)} ${unitWord(evaluation.unit, units)}`,
      ]),
  );
  return {
    id: 'failures',
    title: 'Single points of failure',
    body: [
      why && rows.length > 0 ? element('p', { class: 'notice' }, `Places are not named. ${why}`) : null,
      scrolling(
        'Single points of failure',
        pageTable(
          {
            caption: 'What takes others with it when it fails: the ten that take most of each answer',
            columns: ['What fails', 'Kind', 'Of', 'Behind it'],
            widths: [40],
            rows,
            numbers: [3],
          },
          'None has more than one behind it.',
        ),
      ),
    ],
  };
}

function barrierTable({ barriers }: Evaluated, worksFrom: string, names: PageNames): Content {
  const { placeName, maySay, why } = names;
  const groups = new Map<string, { readonly barrier: Barrier; readonly places: string[] }>();
  for (const barrier of barriers) {
    const { owner, effect, source } = barrier;
    const key = JSON.stringify([barrierTitle(barrier), owner, effect, source, isInForce(barrier, worksFrom)]);
    const known = groups.get(key);
    if (known) known.places.push(barrier.place);
    else groups.set(key, { barrier, places: [barrier.place] });
  }
  const weight = ({
    barrier,
    places,
  }: {
    readonly barrier: Barrier;
    readonly places: readonly string[];
  }): number => (barrier.effect.forbids ? 1e9 : 0) + places.length;
  const rows = [...groups.values()]
    .sort((one, other) => weight(other) - weight(one))
    .map(({ barrier, places }): Content[] => {
      const { effect, source } = barrier;
      return [
        parts(
          barrierTitle(barrier),
          isInForce(barrier, worksFrom) ? null : small('not in force when works begin'),
          effect.forbids ? small('forbids the works there') : null,
        ),
        placesCell(places, placeName),
        effect.pounds
          ? rangeText(effect.pounds)
          : effect.forbids
            ? 'none: it forbids'
            : 'not known, or in the rates',
        effect.weeks ? rangeText(effect.weeks) : 'not known',
        parts(
          why === null ? named(barrierOwner(barrier)) : 'not named here',
          source && !maySay(source.title) ? null : small(sourceContent(source)),
        ),
      ];
    });
  return pageTable(
    {
      caption: 'Barriers met',
      columns: ['Barrier', 'Where', 'Pounds', 'Weeks', 'Who decides, and source'],
      widths: [20, 25, 15, 10, 30],
      rows,
    },
    'None that we know of.',
  );
}

/** "5 places: High Street, Mill Lane, …"; names are left out where they may not be said. */
function placesCell(places: readonly string[], placeName: PageNames['placeName']): Content {
  const unique = [...new Set(places)];
  const names = [...new Set(unique.flatMap((place) => placeName(place) ?? []))];
  const number = `${count(unique.length)} ${unique.length === 1 ? 'place' : 'places'}`;
  if (names.length === 0) return number;
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  return parts(
    unique.length > 1 ? `${number}: ` : '',
    shown.map((name, i): Content => [i > 0 ? ', ' : '', named(name)]),
    more > 0 ? ` and ${count(more)} more` : null,
  );
}

const MOST_NAMES = 8;
const MOST_FAILURES = 10;
