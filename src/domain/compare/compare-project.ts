import { needColumns } from '../need/need-columns.ts';
import { rankByNeed } from '../need/need-ranking.ts';
import { projectNeedWeights } from '../need/project-need-weights.ts';
import { lookupTables } from '../project/lookup-tables.ts';
import type { Prepared } from '../project/prepared.ts';
import {
  currentRecipe,
  type DatasetRecord,
  datasetInRole,
  isBackdrop,
  type Project,
} from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import {
  type AuthoritiesAtHand,
  type AuthorityAtHand,
  authoritiesAtHand,
} from '../published/authority-at-hand.ts';
import { countTechnology } from '../published/count-technology.ts';
import type { CountedShare } from '../published/counted-share.ts';
import type { PublishedTable } from '../published/published-table.ts';
import { readPublished } from '../published/read-published.ts';
import { TARGETS } from '../targets/targets.ts';
import { countedTrend } from '../trend/counted-trend.ts';
import { publishedTrend } from '../trend/published-trend.ts';
import { speedTrend } from '../trend/speed-trend.ts';
import type { Comparison, ComparisonQuestion, NeedOutcome } from './comparison.ts';

/** Works out everything that comparing areas needs. Yields its steps; throws nothing of its own. */
export function* compareProject(
  workbench: Workbench,
  project: Project,
  question: ComparisonQuestion,
): Generator<WorkStep, Comparison> {
  const prepared = yield* workbench.prepare(project);
  const published: PublishedTable[] = [];
  const columns = [];
  for (const [i, dataset] of project.datasets.entries()) {
    yield {
      what: `Looking for shares and needs in ${dataset.fileName}`,
      fraction: i / project.datasets.length,
    };
    if (!isTabular(dataset)) continue;
    const table = workbench.table(dataset.contentId);
    published.push(...readPublished(dataset, table, project.layers));
    columns.push(...needColumns(dataset, table));
  }
  yield { what: 'Finding the authority', fraction: 0 };
  const hand = prepared ? atHand(workbench, project, prepared, published) : null;
  const authority = chosenAuthority(hand?.authorities ?? [], published, question.authority);
  const counted =
    prepared && authority ? yield* countedShares(prepared, project, published, hand, authority) : [];
  const need = prepared ? yield* needOutcome(workbench, project, prepared) : null;
  const speeds = speedTrend(
    project.datasets
      .filter((dataset) => isTabular(dataset) && dataset.rows < MOST_SPEED_ROWS)
      .map((dataset) => ({ dataset, table: workbench.table(dataset.contentId) })),
  );
  const shares = authority ? publishedTrend(published, authority) : { series: [], leftOut: [] };
  const releases = prepared
    ? yield* countedTrend(workbench, project, currentRecipe(project).text)
    : { series: [], leftOut: [] };
  return {
    atHand: hand?.authorities ?? [],
    authority,
    published,
    counted,
    needColumns: columns,
    need,
    trend: [...shares.series, ...releases.series, ...speeds.series],
    trendLeftOut: [...shares.leftOut, ...releases.leftOut, ...speeds.leftOut],
  };
}

/** Speeds come by area: a longer table is something else. */
const MOST_SPEED_ROWS = 100_000;

/** Files whose columns can be of areas: all but those that are drawn or counted themselves. */
function isTabular({ role }: DatasetRecord): boolean {
  return role !== 'premises' && role !== 'coverage' && !isBackdrop(role);
}

function atHand(
  workbench: Workbench,
  project: Project,
  prepared: Prepared,
  published: readonly PublishedTable[],
): AuthoritiesAtHand {
  return authoritiesAtHand({
    wards: prepared.wards,
    wardsFile: datasetInRole(project, 'wards')?.fileName ?? '',
    premises: prepared.premises,
    premisesFile: datasetInRole(project, 'premises')?.fileName ?? '',
    membership: prepared.membership,
    lookups: lookupTables(workbench, project),
    names: namesIn(published),
    projectName: project.name,
  });
}

function namesIn(published: readonly PublishedTable[]): Map<string, string> {
  return new Map(published.flatMap(({ figures }) => figures.map(({ code, name }) => [code, name] as const)));
}

/** The one asked for, else the first at hand. One that only the person names is the whole of what is loaded. */
function chosenAuthority(
  found: readonly AuthorityAtHand[],
  published: readonly PublishedTable[],
  asked: string | null,
): Comparison['authority'] {
  const known = found.find(({ code }) => code === asked);
  if (known) return { ...known, chosen: true };
  const name = asked === null ? undefined : namesIn(published).get(asked);
  if (asked !== null && name !== undefined)
    return {
      code: asked,
      name,
      basis: 'Chosen by you: all that is loaded is taken as its.',
      guessed: false,
      chosen: true,
    };
  return found.length > 0 ? { ...found[0], chosen: false } : null;
}

function* countedShares(
  prepared: Prepared,
  project: Project,
  published: readonly PublishedTable[],
  hand: AuthoritiesAtHand | null,
  authority: AuthorityAtHand,
): Generator<WorkStep, CountedShare[]> {
  const number = hand ? hand.authorities.findIndex(({ code }) => code === authority.code) : -1;
  const at =
    hand && number >= 0
      ? { ofRow: hand.ofRow, authority: number }
      : { ofRow: new Int32Array(prepared.premises.count), authority: 0 };
  const wanted = new Set([
    ...published.filter(({ of }) => of === 'premises').map(({ technology }) => technology),
    ...TARGETS.map(({ technology }) => technology),
  ]);
  const counted: CountedShare[] = [];
  for (const technology of wanted) {
    yield { what: `Counting ${technology} in ${authority.name || authority.code}`, fraction: 0.5 };
    const share = countTechnology(prepared, project, technology, at);
    if (share) counted.push(share);
  }
  return counted;
}

function* needOutcome(
  workbench: Workbench,
  project: Project,
  prepared: Prepared,
): Generator<WorkStep, NeedOutcome | null> {
  const { need: choice } = project;
  const dataset = project.datasets.find(({ contentId }) => contentId === choice?.contentId);
  if (!choice || !dataset) return null;
  try {
    const found = yield* projectNeedWeights(workbench, project, prepared);
    const analysis = yield* workbench.analyse(project, currentRecipe(project).text);
    if (!found || !analysis) return null;
    const { weights, ...rest } = found;
    const ranking = yield* rankByNeed({ prepared, project, analysis, weights });
    return {
      kind: 'ranked',
      choice,
      fileName: dataset.fileName,
      source: dataset.source,
      ranking,
      weights: rest,
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'problem', choice, message: error.message };
  }
}
