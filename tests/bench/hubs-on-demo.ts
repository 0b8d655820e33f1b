import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { CLUSTER_LIMITS } from '../../src/domain/clusters/cluster-question.ts';
import { clustersOfProject } from '../../src/domain/clusters/clusters-of-project.ts';
import { trenchPenceTo } from '../../src/domain/dig/trench-pence-to.ts';
import { loadGrid } from '../../src/domain/geo/british-national-grid.ts';
import { designHubs } from '../../src/domain/hubs/design-hubs.ts';
import type { HubInput } from '../../src/domain/hubs/hub-input.ts';
import { askedPlan } from '../../src/domain/plan/asked-plan.ts';
import type { PlanQuestion } from '../../src/domain/plan/plan-question.ts';
import type { RadioDesign } from '../../src/domain/plan/radio-design.ts';
import { USUAL_DEVICE_ID, USUAL_PLAN } from '../../src/domain/plan/usual-plan-question.ts';
import { premisesCell } from '../../src/domain/premises/premises-table.ts';
import { currentRecipe, type Project } from '../../src/domain/project/project.ts';
import type { Selection } from '../../src/domain/project/selection.ts';
import { withDemoHeights } from '../../src/domain/project/with-demo-heights.ts';
import { Workbench } from '../../src/domain/project/workbench.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { readPack } from '../../src/formats/pack.ts';
import { projectHeights } from '../../src/workers/project-heights.ts';
import { projectPlan } from '../../src/workers/project-plan.ts';
import { projectStreets } from '../../src/workers/project-streets.ts';
import type { StudyBench } from '../../src/workers/study-bench.ts';
import { lastOf } from '../builders/last-of.ts';
import { type Figure, limitFigure } from './figure.ts';

/** The fastest of so many: what else the machine does only ever slows. */
const RUNS = 3;

/**
 * Asked of this part: candidates judged and hubs chosen for the worst cluster of the demo within 3 s, over heights and streets that
 * are made already; again at once where only barriers change. Growth is that of premises near each other, doubled. Decided: how roofs answer
 * places is kept with the candidates, and a swap of hubs is weighed before anybody is seated.
 */
export async function benchHubs(): Promise<Figure[]> {
  await loadGrid();
  const { bench, project } = await demo();
  const { workbench } = bench;
  const asked = {
    ...{ distanceMetres: CLUSTER_LIMITS.distanceMetres.usual, leastUnits: CLUSTER_LIMITS.leastUnits.usual },
    recipeText: currentRecipe(project).text,
  };
  const { clusters, prepared } = lastOf(clustersOfProject(workbench, project, asked));
  lastOf(projectHeights(bench, project));
  const network = lastOf(projectStreets(bench, project));
  const rootIds = network.fibrePoints.map(({ id }) => id);
  const { premises } = prepared;
  const first = Math.floor(premises.count / 2);
  const near = (count: number): Selection => ({
    kind: 'list',
    ids: Array.from({ length: count }, (_, i) => premisesCell(premises, premises.ids, first + i)),
  });
  const cluster: Selection = {
    kind: 'cluster',
    clusterId: clusters.ids[0],
    rows: clusters.rows.slice(clusters.rowStarts[0], clusters.rowStarts[1]),
  };
  const chosen = (selection: Selection): Chosen => {
    const gathering = fastest(() =>
      hubInput({ bench, project, question: questionOf(project, { selection, rootIds }) }),
    );
    const input = gathering.value;
    const anew = fastest(() => lastOf(designHubs({ ...input, candidates: [...input.candidates] })));
    lastOf(designHubs(input));
    const again = fastest(() => lastOf(designHubs(input)));
    return {
      input,
      design: anew.value,
      gathering: gathering.seconds,
      anew: anew.seconds,
      again: again.seconds,
    };
  };
  const worst = chosen(cluster);
  const [once, twice] = [chosen(near(500)), chosen(near(1000))];
  return [
    figureOf(`worst cluster, ${words(worst)}`, worst.anew, 3),
    figureOf('worst cluster again, where only barriers change', worst.again, null),
    figureOf('worst cluster: candidates gathered, with trenches to each', worst.gathering, null),
    figureOf(
      `500 premises near each other, ${words(once)}`,
      once.anew,
      null,
      growthOf(once.anew, twice.anew),
    ),
    figureOf(`1,000 premises near each other, ${words(twice)}`, twice.anew, null),
  ];
}

interface Chosen {
  readonly input: HubInput;
  readonly design: RadioDesign;
  readonly gathering: number;
  readonly anew: number;
  readonly again: number;
}

function words({ input, design: { hubs, served } }: Chosen): string {
  const sum = (places: readonly { readonly units: number }[]): number =>
    places.reduce((total, { units }) => total + units, 0);
  return `${input.candidates.length} roofs: ${hubs.length} hubs serve ${sum(served)} of ${sum(input.places)}`;
}

function figureOf(what: string, value: number, most: number | null, growth = ''): Figure {
  return limitFigure({ row: '8', what: `hubs on the demo borough: ${what}`, value, most, unit: 's', growth });
}

function growthOf(one: number, two: number): string {
  return `× ${(two / one).toFixed(1)} (premises doubled)`;
}

function questionOf(
  project: Project,
  { selection, rootIds }: { readonly selection: Selection; readonly rootIds: readonly string[] },
): PlanQuestion {
  const premises = project.datasets.find(({ role }) => role === 'premises');
  return {
    ...USUAL_PLAN,
    selection,
    premisesContentId: premises?.contentId ?? '',
    onlyNotSpots: false,
    rootIds,
    ownRoots: [],
    blocked: [],
    forced: [],
    worksFrom: '2026-11-27',
    radio: { ...USUAL_PLAN.radio, deviceId: USUAL_DEVICE_ID },
  };
}

function hubInput(given: {
  readonly bench: StudyBench;
  readonly project: Project;
  readonly question: PlanQuestion;
}): HubInput {
  const { bench, project, question } = given;
  const ground = lastOf(projectPlan(bench, project, question));
  const { dig, radio } = askedPlan(question, [], ground);
  if (!dig || !radio) throw new Error('The demo borough has streets and heights.');
  const trenches = lastOf(trenchPenceTo(dig.question, dig, radio.candidates));
  const pence = new Map(radio.candidates.map(({ id }, at) => [id, trenches[at]]));
  return {
    ...radio,
    places: ground.places,
    question: question.radio,
    takeUpPercent: question.takeUpPercent,
    mostLinkMetres: ground.card.items.metresOfBackhaulLink.value.mid,
    trenchPence: ({ id }) => pence.get(id) ?? Number.POSITIVE_INFINITY,
  };
}

function fastest<T>(work: () => T): { value: T; seconds: number } {
  let best: { value: T; seconds: number } | null = null;
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    const value = work();
    const seconds = (performance.now() - began) / 1000;
    if (!best || seconds < best.seconds) best = { value, seconds };
  }
  if (!best) throw new RangeError('At least one run is needed.');
  return best;
}

async function demo(): Promise<{ bench: StudyBench; project: Project }> {
  const workbench = new Workbench();
  const [borough, heights, streets] = await Promise.all(['borough', 'heights', 'streets'].map(demoPack));
  for (const { contents } of [borough, heights, streets])
    for (const { contentId, table } of contents) workbench.put(contentId, table);
  const raised = withDemoHeights(borough.project, heights.project);
  const project = {
    ...raised,
    datasets: [...raised.datasets, ...streets.project.datasets],
    devices: GENERIC_DEVICES,
  };
  return { bench: { workbench, latest: null } as unknown as StudyBench, project };
}

async function demoPack(name: string) {
  return readPack(new Uint8Array(readFileSync(join(projectRoot, 'public', 'demo', `${name}.pack`))));
}
