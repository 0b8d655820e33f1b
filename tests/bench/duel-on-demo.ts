import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { CLUSTER_LIMITS } from '../../src/domain/clusters/cluster-question.ts';
import { clustersOfProject } from '../../src/domain/clusters/clusters-of-project.ts';
import { loadGrid } from '../../src/domain/geo/british-national-grid.ts';
import type { BarrierLedger } from '../../src/domain/plan/barrier-ledger.ts';
import type { PlanDesigns } from '../../src/domain/plan/plan-design.ts';
import type { PlanQuestion } from '../../src/domain/plan/plan-question.ts';
import { USUAL_DEVICE_ID, USUAL_PLAN } from '../../src/domain/plan/usual-plan-question.ts';
import { currentRecipe, datasetInRole, type Project } from '../../src/domain/project/project.ts';
import { withDemoHeights } from '../../src/domain/project/with-demo-heights.ts';
import { withDemoStreets } from '../../src/domain/project/with-demo-streets.ts';
import type { WorkStep } from '../../src/domain/project/work-step.ts';
import { Workbench } from '../../src/domain/project/workbench.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { readPack } from '../../src/formats/pack.ts';
import { projectStreets } from '../../src/workers/project-streets.ts';
import { study as ledgerStudy } from '../../src/workers/studies/barrier-ledger.ts';
import { study } from '../../src/workers/studies/duel.ts';
import { lastOf } from '../builders/last-of.ts';
import { type Figure, limitFigure } from './figure.ts';

/** Premises of each growth's half and whole. */
const FEW = 250;

/**
 * Asked (issue 8): the demo's worst cluster → dig, rooftop radio and hybrid in less than 10 s, and a cancel heard within 1 s:
 * no step longer. Cold is with nothing made of the files yet: streets, heights, roofs. An edit of a plan finds these made.
 * The ledger of its barriers is one duel for each decision that would remove some: it asks for few trenches that the duel did not make.
 */
export async function benchDuel(): Promise<Figure[]> {
  await loadGrid();
  const demo = await demoProject();
  const { distanceMetres, leastUnits } = CLUSTER_LIMITS;
  const { clusters } = lastOf(
    clustersOfProject(demo.workbench, demo.project, {
      distanceMetres: distanceMetres.usual,
      leastUnits: leastUnits.usual,
      recipeText: currentRecipe(demo.project).text,
    }),
  );
  const rowsOf = (at: number): Uint32Array =>
    clusters.rows.slice(clusters.rowStarts[at], clusters.rowStarts[at + 1]);
  const worst = questionOf(demo, { id: clusters.ids[0], rows: rowsOf(0) });
  const fresh = await demoProject();
  const cold = duel(fresh, worst);
  const warm = duel(fresh, withMoreTakeUp(worst));
  // Premises of one place, as far as they are houses: few and twice as many.
  const houses = rowsOf(1);
  const [few, many] = [FEW, 2 * FEW].map((count) => {
    const asked = questionOf(demo, { id: clusters.ids[1], rows: houses.slice(0, count) });
    const fought = duel(fresh, asked);
    return { fought, ledger: ledger(fresh, asked, fought.answer) };
  });
  const after = ledger(fresh, worst, cold.answer);
  const reopened = await demoProject();
  lastOf(projectStreets(reopened, reopened.project));
  const anew = ledger(reopened, worst, cold.answer);
  const name = `demo borough, worst cluster (${worst.rows.toLocaleString('en-GB')} rows)`;
  return [
    limitFigure({
      row: '8',
      what: `${name}: dig, rooftop radio, hybrid, cold`,
      value: cold.seconds,
      most: 10,
      unit: 's',
    }),
    limitFigure({
      row: '8',
      what: `${name}: again after an edit of the take-up`,
      value: warm.seconds,
      most: 10,
      unit: 's',
    }),
    limitFigure({
      row: '8',
      what: `${name}: longest step (a cancel waits for it)`,
      value: cold.longest,
      most: 1,
      unit: 's',
    }),
    limitFigure({
      row: '8',
      what: `demo borough, ${FEW} houses of the second cluster, warm`,
      value: few.fought.seconds,
      most: null,
      unit: 's',
      growth: growth(few.fought, many.fought),
    }),
    limitFigure({
      row: '8',
      what: `${name}: ledger of its barriers after the duel`,
      value: after.seconds,
      most: null,
      unit: 's',
    }),
    limitFigure({
      row: '8',
      what: `${name}: the same of a plan that was opened, nothing made but streets`,
      value: anew.seconds,
      most: null,
      unit: 's',
    }),
    limitFigure({
      row: '8',
      what: `${name}: longest step of a ledger`,
      value: Math.max(after.longest, anew.longest),
      most: 1,
      unit: 's',
    }),
    limitFigure({
      row: '8',
      what: `demo borough, ${FEW} houses of the second cluster: ledger after the duel`,
      value: few.ledger.seconds,
      most: null,
      unit: 's',
      growth: growth(few.ledger, many.ledger),
    }),
    {
      ...limitFigure({ row: '8', what: `${name}: served`, value: 0, most: null, unit: '' }),
      ours: `${cold.answer.outcomes.map(servedWords).join('; ')}; of processor ${cold.processorSeconds.toFixed(1)} s cold, ${warm.processorSeconds.toFixed(1)} s after an edit; ledger of ${after.answer.entries.length}: ${after.processorSeconds.toFixed(1)} s after the duel, ${anew.processorSeconds.toFixed(1)} s of a plan opened`,
    },
  ];
}

interface Demo {
  readonly workbench: Workbench;
  readonly project: Project;
}

async function demoProject(): Promise<Demo> {
  const workbench = new Workbench();
  const [borough, streets, heights] = await Promise.all(['borough', 'streets', 'heights'].map(demoPack));
  for (const { contents } of [borough, streets, heights])
    for (const { contentId, table } of contents) workbench.put(contentId, table);
  const whole = withDemoHeights(withDemoStreets(borough.project, streets.project), heights.project);
  return { workbench, project: { ...whole, devices: GENERIC_DEVICES } };
}

function questionOf(
  { workbench, project }: Demo,
  { id, rows }: { readonly id: string; readonly rows: Uint32Array },
): Asked {
  const { fibrePoints } = lastOf(projectStreets({ workbench }, project));
  const question: PlanQuestion = {
    selection: { kind: 'cluster', clusterId: id, rows },
    premisesContentId: datasetInRole(project, 'premises')?.contentId ?? '',
    onlyNotSpots: true,
    rootIds: fibrePoints.map((point) => point.id),
    ownRoots: [],
    blocked: [],
    forced: [],
    worksFrom: '2026-11-27',
    ...USUAL_PLAN,
    radio: { ...USUAL_PLAN.radio, deviceId: USUAL_DEVICE_ID },
  };
  return { question, rows: rows.length };
}

interface Asked {
  readonly question: PlanQuestion;
  readonly rows: number;
}

/** Another share of customers: sectors hold other premises, and no trench is the same. */
function withMoreTakeUp({ question, rows }: Asked): Asked {
  return { question: { ...question, takeUpPercent: question.takeUpPercent + 1 }, rows };
}

function duel({ workbench, project }: Demo, { question }: Asked): Timed<PlanDesigns> {
  return timed(study({ workbench, latest: null }, project, { question, levers: [], before: null }));
}

function ledger(
  { workbench, project }: Demo,
  { question }: Asked,
  designs: PlanDesigns,
): Timed<BarrierLedger> {
  const plan = { id: 'plan-1', name: 'Plan', question, levers: [], designs, chosen: [] };
  return timed(ledgerStudy({ workbench, latest: null }, project, { plan }));
}

/** Seconds of the whole and of its longest step. */
interface Timed<Answer> {
  readonly answer: Answer;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly longest: number;
}

function timed<Answer>(work: Generator<WorkStep, Answer>): Timed<Answer> {
  const before = process.cpuUsage().user;
  const began = performance.now();
  let longest = 0;
  for (let last = began; ; ) {
    const step = work.next();
    const now = performance.now();
    longest = Math.max(longest, (now - last) / 1000);
    last = now;
    if (!step.done) continue;
    const processorSeconds = (process.cpuUsage().user - before) / 1e6;
    return { answer: step.value, seconds: (now - began) / 1000, processorSeconds, longest };
  }
}

/** Of time of the processor: other programs do not lengthen it. */
function growth(few: Timed<unknown>, many: Timed<unknown>): string {
  return `${(many.processorSeconds / few.processorSeconds).toFixed(1)} × for ${2 * FEW}`;
}

function servedWords({ kind, design, refused }: PlanDesigns['outcomes'][number]): string {
  if (!design) return `${kind}: ${refused}`;
  const units = [...(design.trench?.served ?? []), ...(design.radio?.served ?? [])];
  const served = units.reduce((sum, one) => sum + one.units, 0);
  return `${kind} ${served} served, ${design.radio?.hubs.length ?? 0} hubs`;
}

async function demoPack(name: string) {
  return readPack(new Uint8Array(readFileSync(join(projectRoot, 'public', 'demo', `${name}.pack`))));
}
