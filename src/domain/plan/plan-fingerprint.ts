import { LEVELS } from '../cost/check-rate-card.ts';
import { DEFAULT_RATES } from '../cost/default-rates.ts';
import { fnv1a } from '../cost/fnv-1a.ts';
import { ratesFingerprint } from '../cost/rates-fingerprint.ts';
import { currentRecipe, type DatasetRecord, type Project } from '../project/project.ts';
import { withContentNames } from '../project/with-content-names.ts';
import { startingChoices } from '../radio/starting-choices.ts';
import { DEFAULT_PLAN_CARD } from './default-plan-card.ts';
import { filesInOrder } from './files-in-order.ts';
import { FORM, madeOfText, TAG_DIGITS } from './made-of.ts';
import type { Plan } from './plan.ts';
import { PLAN_ITEMS, type PlanCard } from './plan-card.ts';
import { planContents } from './plan-contents.ts';

/**
 * What a plan's designs are made of, as one text (`MadeOf`): equal where question, levers, rates, plan card, radio and its
 * device, sites, definition in force (where only not-spots are served) and what is said of the files used are equal.
 * Designs that bear another are stale. Names, sources and claims have no say; nor has what contents are called, so that a
 * plan is as fresh after its project is opened elsewhere; nor which kind of file was opened first (`filesInOrder`).
 */
export function planFingerprint(plan: Pick<Plan, 'question' | 'levers'>, project: Project): string {
  const { question, levers } = plan;
  const contents = planContents(project, question);
  const places = placesOf(
    filesInOrder(project.datasets).filter(({ contentId }) => contents.includes(contentId)),
  );
  const named = withContentNames(
    {
      ...project,
      plans: [],
      designs: [],
      datasets: filesInOrder(project.datasets).filter(({ contentId }) => places.has(contentId)),
      layers: question.onlyNotSpots ? project.layers : [],
    },
    (contentId) => places.get(contentId) ?? 'none',
  );
  const { premisesContentId, ...asked } = question;
  const device = project.devices.find(({ id }) => id === question.radio.deviceId);
  // In the order of MADE_OF_PARTS.
  const said = [
    [asked, places.get(premisesContentId) ?? 'none', levers],
    ratesFingerprint(project.rates ?? DEFAULT_RATES),
    cardFigures(project.planCard ?? DEFAULT_PLAN_CARD),
    [
      // A plan has a radio of its own.
      { ...(project.radio ?? startingChoices('')), deviceId: null },
      device ? { ...device, name: null } : null,
      named.sites,
    ],
    [
      named.datasets.map(usedOf),
      named.layers.map(
        ({ key: _key, definition: _words, source: _source, confidential: _mark, ...rest }) => rest,
      ),
    ],
    question.onlyNotSpots ? currentRecipe(project).text : null,
  ].map((part) => fnv1a(JSON.stringify(part, plainly) ?? ''));
  const tags = said.map((hash) => hash.slice(0, TAG_DIGITS)).join('');
  return madeOfText({ said: `${fnv1a(said.join())}-${tags}-${FORM}`, contents });
}

/** What stands for the name of each content: its role and a number, so that a file of another role changes no other's. */
function placesOf(datasets: readonly DatasetRecord[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  return new Map(
    datasets.map(({ contentId, role }) => {
      const number = times.get(role) ?? 0;
      times.set(role, number + 1);
      return [contentId, `${role} ${number}`];
    }),
  );
}

/** The figures of a plan card that designs and judgements are reckoned with. */
function cardFigures({ items }: PlanCard): number[] {
  return PLAN_ITEMS.flatMap((item) => LEVELS.map((level) => items[item].value[level]));
}

/** What of a file is read, and how. */
function usedOf(dataset: DatasetRecord) {
  const { role, roles, unit, liveList, coordinates, heights, metresPerLevel, designation, supersededBy } =
    dataset;
  return { role, roles, unit, liveList, coordinates, heights, metresPerLevel, designation, supersededBy };
}

/** Flat arrays as lists; members by name, as projects that were read have them in another order, and none that says a source. */
function plainly(name: string, value: unknown): unknown {
  if (name === 'source') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint32Array | Float64Array);
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
