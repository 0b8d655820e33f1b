import { capitalised } from '../domain/capitalised.ts';
import { LEAD_INS_TO_ALL } from '../domain/evaluation/money-lines.ts';
import { count, percent, unitWord } from '../domain/not-spots/headline.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanCard } from '../domain/plan/plan-card.ts';
import type { RadioDesign } from '../domain/plan/radio-design.ts';
import { takeUpOf } from '../domain/plan/take-up.ts';
import { dateWords } from '../domain/project/date-words.ts';
import { type Content, element, named, parts } from './page-html.ts';
import { ASSUMED, amountText, plainNumber, sourceContent } from './page-numbers.ts';
import type { SourceNotes } from './page-sources.ts';
import type { PageSection, PlanPageContent } from './plan-page-content.ts';
import type { PageNames } from './plan-page-names.ts';
import { designsOf } from './plan-told.ts';

/** What was asked, of both technologies alike. */
export function askedSection(
  { plan, evaluation, askedFor, recipe, device, card }: PlanPageContent,
  { placeName, maySay }: PageNames,
): PageSection {
  const { question } = plan;
  const { radio, passed } = question;
  const places = (ids: readonly string[]): Content => {
    const known = ids.flatMap((id) => placeName(id) ?? []);
    if (known.length < ids.length) return `${count(ids.length)}, not named here`;
    return known.map((name, i): Content => [i > 0 ? ', ' : '', named(name)]);
  };
  const facts: [string, Content][] = [
    ['For whom', parts(named(askedFor), question.onlyNotSpots ? ', not-spots only' : ', all of them')],
    [
      'Not-spots by',
      recipe
        ? maySay(`${recipe.name} ${recipe.text}`)
          ? parts(named(recipe.name), ' (', named(recipe.text.replace(/\b([2-5])g\b/g, '$1G')), ')')
          : 'a definition that names what is confidential'
        : 'nothing: all were asked for',
    ],
    ['Works begin', dateWords(question.worksFrom)],
    ['Take-up', parts(`${takeUpWords(plan, card)} `, ASSUMED)],
    [
      'Fibre may come from',
      `${count(new Set([...question.rootIds, ...question.ownRoots.map(({ id }) => id)]).size)} fibre points${question.ownRoots.length > 0 ? `, ${count(question.ownRoots.length)} of them placed or moved by hand` : ''}`,
    ],
    [
      'Counts as passed',
      passed.kind === 'within' ? `within ${plainNumber(passed.metres)} m of the trench` : 'with a lead-in',
    ],
    ['Radio', device ? named(device.name) : 'not known to the project any more'],
    [
      'Hubs',
      `${plainNumber(radio.mastMetres)} m over the roof; at most ${count(radio.radiusMetres)} m to premises; no slower than ${plainNumber(radio.leastMegabitsPerSecond)} Mbit/s`,
    ],
    ...(question.blocked.length > 0
      ? [['Must not be dug', places(question.blocked)] as [string, Content]]
      : []),
    ...(question.forced.length > 0 ? [['Must be dug', places(question.forced)] as [string, Content]] : []),
    ...(radio.closedRoofs.length > 0
      ? [['Roofs ruled out', places(radio.closedRoofs)] as [string, Content]]
      : []),
    ...radio.wayleaves.map(({ roof, wayleave, reason }): [string, Content] => [
      'Said of an owner',
      parts(places([roof]), `: ${wayleave}, because “`, named(reason), '”'),
    ]),
    ['Counted in', unitWord(evaluation.unit, 2)],
  ];
  return {
    id: 'asked',
    title: 'What was asked',
    body: element(
      'dl',
      { class: 'facts' },
      ...facts.map(([name, value]) => parts(element('dt', {}, name), element('dd', {}, value))),
    ),
  };
}

/** How it was worked out, and what was not. */
export function methodSection(
  { plan, evaluation }: PlanPageContent,
  { maySay, why }: PageNames,
): PageSection {
  const designs = designsOf(plan);
  const byNote = new Map<string, string[]>();
  const note = (text: string, kind: string): void => {
    const kinds = byNote.get(text) ?? [];
    if (!kinds.includes(kind)) byNote.set(text, [...kinds, kind]);
  };
  for (const { kind, radio, trench } of designs)
    for (const text of [...(radio?.notes ?? []), ...(trench?.notes ?? [])]) note(text, kind);
  for (const { kind, notes } of evaluation.interventions) for (const text of notes) note(text, kind);
  const all = [...byNote].map(([text, kinds]) => `${capitalised(kinds.join(', '))}: ${text}`);
  const said = all.filter(maySay);
  const item = (...content: Content[]): Content => element('li', {}, ...content);
  return {
    id: 'method',
    title: 'Method',
    body: [
      element(
        'ul',
        { class: 'columns' },
        item(
          element('strong', {}, 'Dig. '),
          'The cheapest net of trench found that joins all who can be joined to one of the fibre points, along the streets, ducts and poles of the files, with what each metre, crossing, chamber and lead-in costs by the rate card. Streets that are closed when works begin are gone round.',
          designs.flatMap(({ kind, trench }): Content[] =>
            trench && kind !== 'hybrid' && trench.searchedPence > 0
              ? [
                  ` Of the trench ${kind === 'dig' ? 'to premises' : 'to hubs'}, none that was looked at can cost less than ${amountText(trench.lowerBoundPence / 100, 'pounds')} over the term; what was found comes to ${amountText(trench.searchedPence / 100, 'pounds')}${gap(trench.searchedPence, trench.lowerBoundPence)}.`,
                ]
              : [],
          ),
        ),
        item(
          element('strong', {}, 'Rooftop radio. '),
          'Among the roofs, masts and columns of the files, hubs are chosen so that most are served, and among such choices for least cost over the whole term: within what the radio’s sectors, clients, rates and range allow. Each link is judged over the surface of the files with the bulge of the earth, the Fresnel zone, rain and air, both ways. A hub is joined to fibre by a trench, or by one radio link to a hub that has one.',
          designs.flatMap(({ kind, radio }): Content[] =>
            radio ? [` ${capitalised(kind)}: ${consideredWords(radio)}.`] : [],
          ),
        ),
        item(
          element('strong', {}, 'Hybrid. '),
          'One net of trench to hubs and to those for whom it is cheaper than radio would be; radio serves the others. Nobody is served by both.',
        ),
        item(
          element('strong', {}, 'Leave as it is. '),
          'Nothing is built, nothing is paid, nobody is lifted.',
        ),
        item(element('strong', {}, 'Lead-ins. '), LEAD_INS_TO_ALL),
        item(
          element('strong', {}, 'Counting. '),
          `Each of the ${unitWord(evaluation.unit, 2)} counts once, however many ways reach it. What is not known is said to be so and never counted as nothing. “Usable” and “counts as gigabit” are two things.`,
        ),
        item(
          element('strong', {}, 'Caution. '),
          'Surfaces are mostly flown in winter: trees then have no leaves, and a line that is clear here may not be in summer. Nobody has surveyed the streets or roofs for this.',
        ),
      ),
      said.length > 0
        ? [
            element('h3', {}, 'What was assumed or not known on the way'),
            element('ul', { class: 'columns' }, ...said.map((note) => element('li', {}, note))),
          ]
        : null,
      said.length < all.length
        ? element('p', { class: 'notice' }, `Notes that name what is confidential are left out. ${why ?? ''}`)
        : null,
    ],
  };
}

/** Where the files and the figures are from, with their dates, by the numbers that tables name them with. */
export function sourcesSection({ held }: PlanPageContent, { listed }: SourceNotes): PageSection {
  const sources = listed();
  return {
    id: 'sources',
    title: 'Sources',
    body: [
      sources.length > 0
        ? element(
            'ol',
            { class: 'columns' },
            ...sources.map((source, i) => element('li', { id: `source-${i + 1}` }, sourceContent(source))),
          )
        : element('p', {}, 'No file names its source.'),
      held.remark === '' ? null : element('p', {}, `${capitalised(held.remark)}.`),
    ],
  };
}

/** By what it can be told whether it is of the same data and the same plan. */
export function traceSection({ plan, told }: PlanPageContent): PageSection {
  const facts: [string, string][] = [
    ['Data (SHA-256)', told.fingerprints?.inputs ?? 'not known'],
    ['Project with its data (SHA-256)', told.fingerprints?.project ?? 'not known'],
    ['Designs made of', plan.designs?.madeOf.split('\n')[0] ?? 'not made'],
    ['Made on', told.madeOn],
  ];
  return {
    id: 'trace',
    title: 'How to tell whether it is the same',
    body: [
      element(
        'p',
        {},
        'The same files and the same plan give these fingerprints on every machine. Notspot shows a project’s where it explains a count, and writes them into every file that it exports.',
      ),
      element(
        'dl',
        { class: 'facts' },
        ...facts.map(([name, value]) =>
          parts(element('dt', {}, name), element('dd', { class: 'hash' }, value)),
        ),
      ),
      element(
        'p',
        { class: 'soft' },
        'Every premises, hub, link and length of trench stands in the plan’s CSV and GeoJSON files; every line of its rates in the bill of quantities. This page holds no script, and fetches nothing from anywhere.',
      ),
    ],
  };
}

/** "40 % of those served; with the demand that is gathered, 55 % (45 to 70)" */
function takeUpWords({ question, levers }: Plan, card: PlanCard): string {
  const { low, mid, high } = takeUpOf(question, levers, card);
  const asked = `${plainNumber(question.takeUpPercent)} % of those served`;
  return low === high
    ? asked
    : `${asked}; with the demand that is gathered, ${plainNumber(mid)} % (${plainNumber(low)} to ${plainNumber(high)})`;
}

function consideredWords({ considered, barred, hubs }: RadioDesign): string {
  return `${count(considered)} roofs were compared, ${count(barred)} of them barred, ${count(hubs.length)} chosen`;
}

function gap(searched: number, least: number): string {
  return searched > least
    ? `, at most ${percent((searched - least) / searched)} above it`
    : ', which is the least there can be';
}
