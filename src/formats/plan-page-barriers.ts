import { capitalised } from '../domain/capitalised.ts';
import type { Evaluated, PointOfFailure } from '../domain/evaluation/evaluation.ts';
import { count, unitWord } from '../domain/not-spots/headline.ts';
import type { Barrier } from '../domain/plan/barrier.ts';
import { barrierOwner, barrierTitle } from '../domain/plan/barrier-words.ts';
import { isInForce } from '../domain/plan/is-in-force.ts';
import { type Content, element, named, parts } from './page-html.ts';
import { rangeText, small } from './page-numbers.ts';
import type { SourceNotes } from './page-sources.ts';
import { MOST_ROWS, pageTable } from './page-table.ts';
import type { PageSection, PlanPageContent } from './plan-page-content.ts';
import { kindHead, scrolling } from './plan-page-duel.ts';
import type { PageNames } from './plan-page-names.ts';

/** What stands in the way, once, with how many places of each design meet it; those that forbid first. */
export function barriersSection(
  { plan, evaluation }: PlanPageContent,
  names: PageNames,
  notes: SourceNotes,
): PageSection {
  const judged = designsJudged(evaluation.interventions);
  return {
    id: 'barriers',
    title: 'What stands in the way',
    body: [
      element(
        'p',
        {},
        'Met when works begin, under the levers that are pulled. Under each design stands in how many places it meets the barrier; pounds and weeks are for each place, low, middle and high. Numbers in brackets name the source.',
      ),
      names.why ? element('p', { class: 'notice' }, `Places are counted and not named. ${names.why}`) : null,
      scrolling('Barriers', barrierTable(judged, plan.question.worksFrom, { names, notes })),
    ],
  };
}

/** What is asked of owners and councils. */
export function leversSection(
  { plan }: PlanPageContent,
  { placeName, maySay, why }: PageNames,
  { cite }: SourceNotes,
): PageSection {
  const rows = plan.levers.map(({ kind, removes, places, owner, cost, from, until, source }): Content[] => [
    capitalised(kind),
    removes.join(', ') || 'nothing named',
    places === null ? 'everywhere' : placesCell(places, placeName),
    maySay(owner) ? named(owner) : 'not named here',
    parts(
      cost ? rangeText(cost) : 'not known',
      ' ',
      cite(cost?.basis === 'assumed' ? null : source),
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
  const judged = designsJudged(evaluation.interventions);
  const points = new Map<string, PointOfFailure>();
  for (const { failures } of judged)
    for (const point of failures.slice(0, MOST_FAILURES)) points.set(`${point.kind} ${point.id}`, point);
  const behind = ({ failures }: Evaluated, point: PointOfFailure): number | undefined =>
    failures.find(({ kind, id }) => kind === point.kind && id === point.id)?.units;
  const most = (point: PointOfFailure): number => Math.max(...judged.map((one) => behind(one, point) ?? 0));
  const rows = [...points.values()]
    .sort((one, other) => most(other) - most(one))
    .map((point): Content[] => [
      parts(
        (why === null && maySay(point.name)) || placeName(point.id) !== null
          ? named(point.name)
          : 'not named here',
        element('span', { class: 'soft' }, `, ${point.kind}`),
      ),
      ...judged.map((one): Content => {
        const units = behind(one, point);
        return units === undefined ? '–' : count(units);
      }),
    ]);
  return {
    id: 'failures',
    title: 'Single points of failure',
    body: [
      why && rows.length > 0 ? element('p', { class: 'notice' }, `Places are not named. ${why}`) : null,
      scrolling(
        'Single points of failure',
        pageTable(
          {
            caption: parts(
              `How many ${unitWord(evaluation.unit, 2)} lose the service when it fails`,
              small(
                `The ten that take most of each design. A dash: the design has none such, or it is not among the 20 that take most of it.`,
              ),
            ),
            columns: ['What fails', ...judged.map(({ kind }) => kindHead(kind))],
            widths: [55],
            rows,
            numbers: judged.map((_, at) => at + 1),
          },
          'None has more than one behind it.',
        ),
      ),
    ],
  };
}

function barrierTable(
  judged: readonly Evaluated[],
  worksFrom: string,
  { names, notes }: { readonly names: PageNames; readonly notes: SourceNotes },
): Content {
  const { placeName, maySay, why } = names;
  const groups = new Map<string, BarrierGroup>();
  for (const { kind, barriers } of judged)
    for (const barrier of barriers) {
      const { owner, effect, source } = barrier;
      const key = JSON.stringify([
        barrierTitle(barrier),
        owner,
        effect,
        source,
        isInForce(barrier, worksFrom),
      ]);
      const group = groups.get(key) ?? { barrier, places: new Map() };
      groups.set(key, group);
      group.places.set(kind, (group.places.get(kind) ?? new Set()).add(barrier.place));
    }
  const weight = ({ barrier, places }: BarrierGroup): number =>
    (barrier.effect.forbids ? 1e9 : 0) + Math.max(...[...places.values()].map(({ size }) => size));
  const rows = [...groups.values()]
    .sort((one, other) => weight(other) - weight(one))
    .map(({ barrier, places }): Content[] => {
      const { effect, source } = barrier;
      return [
        parts(
          element('strong', {}, barrierTitle(barrier)),
          isInForce(barrier, worksFrom) ? null : ', not in force when works begin',
          effect.forbids ? ', forbids the works there' : null,
          small(
            placesCell(
              [...places.values()].flatMap((of) => [...of]),
              placeName,
            ),
          ),
        ),
        ...judged.map(({ kind }): Content => {
          const met = places.get(kind)?.size ?? 0;
          return met === 0 ? '–' : count(met);
        }),
        effect.pounds
          ? rangeText(effect.pounds)
          : effect.forbids
            ? 'none: it forbids'
            : 'not known, or in the rates',
        effect.weeks ? rangeText(effect.weeks) : 'not known',
        parts(
          why === null ? named(barrierOwner(barrier)) : 'not named here',
          source && !maySay(source.title) ? null : [' ', notes.cite(source)],
        ),
      ];
    });
  return pageTable(
    {
      caption: 'Barriers met, and which designs meet them',
      columns: [
        'Barrier, and where',
        ...judged.map(({ kind }) => kindHead(kind)),
        'Pounds',
        'Weeks',
        'Who decides, and source',
      ],
      widths: [25, ...judged.map(() => 10), 15, 10],
      rows,
      numbers: judged.map((_, at) => at + 1),
      most: MOST_ROWS,
    },
    'None that we know of.',
  );
}

/** Barriers that are alike, and where each design meets them. */
interface BarrierGroup {
  readonly barrier: Barrier;
  readonly places: Map<Evaluated['kind'], Set<string>>;
}

/** The designs that there are. */
function designsJudged(interventions: readonly Evaluated[]): readonly Evaluated[] {
  return interventions.filter(({ refused, kind }) => refused === null && kind !== 'leave as it is');
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
