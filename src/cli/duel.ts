import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PlanEvaluation } from '../domain/evaluation/evaluation.ts';
import { loadGrid } from '../domain/geo/british-national-grid.ts';
import { leverFrom } from '../domain/plan/levers-known.ts';
import { madeOfRenamed } from '../domain/plan/made-of.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { USUAL_PLAN } from '../domain/plan/usual-plan-question.ts';
import { datasetInRole, type Project } from '../domain/project/project.ts';
import { today } from '../domain/project/today.ts';
import { Workbench } from '../domain/project/workbench.ts';
import { startingChoices } from '../domain/radio/starting-choices.ts';
import { StreetsRefused } from '../domain/streets/streets-refused.ts';
import { canonicalJson } from '../formats/canonical-json.ts';
import { projectStreets } from '../workers/project-streets.ts';
import { study as designPlan } from '../workers/studies/duel.ts';
import { study as evaluatePlan } from '../workers/studies/evaluate-plan.ts';
import { type PlanForm, study as planFile, planWithContentsNamed } from '../workers/studies/plan-file.ts';
import { areaFolder } from './area-folder.ts';
import { askedDevice, deviceLine } from './asked-device.ts';
import { AskedFiles } from './asked-files.ts';
import { askedFingerprints } from './asked-fingerprints.ts';
import { askedRates, ratesLine } from './asked-rates.ts';
import { askedSelection } from './asked-selection.ts';
import { askedSomebody } from './asked-somebody.ts';
import { duelLines } from './duel-lines.ts';
import { DUEL_USAGE, type DuelAsked, duelOptions } from './duel-options.ts';
import { finished } from './finished.ts';

/** `notspot duel`: rooftop radio, digging and both for the same premises, without a screen. Returns the exit code. */
export async function duel(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stderr.write(DUEL_USAGE);
    return 0;
  }
  const asked = duelOptions(argv);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  await loadGrid();
  const workbench = new Workbench();
  const files = new AskedFiles(workbench);
  const device = askedDevice(asked.device);
  const rates = askedRates(asked.rates);
  const loaded = await areaFolder(asked.area, asked.roles, {
    ...{ workbench, files, say },
    heightsIn: asked.heightsIn,
  });
  const ground: Project = {
    ...withRecipe(loaded, asked.recipe),
    devices: [device],
    radio: startingChoices(device.id),
    rates,
  };
  const { selection, words } = await askedSelection(asked.select, ground, { workbench, files });
  const bench = { workbench, latest: null };
  const question = { ...questionOf(asked, ground, rootsOf(bench, ground)), selection };
  const { aside } = finished(askedSomebody(bench, ground, { question, words }));
  if (aside) say(aside);
  const began = performance.now();
  const worked: Plan = {
    id: 'plan-1',
    name: basename(asked.out),
    question,
    levers: asked.levers.map((key) => leverFrom(key, null)),
    designs: null,
    chosen: asked.chosen,
  };
  const designs = finished(designPlan(bench, ground, { ...worked, before: null }));
  const plan: Plan = { ...worked, designs };
  const project: Project = { ...ground, plans: [plan] };
  const evaluation = finished(evaluatePlan(bench, project, { plan }));
  say(`Designed and judged in ${((performance.now() - began) / 1000).toFixed(2)} s.`);
  const { hashes } = files;
  const fingerprints = await askedFingerprints(project, { hashes, joined: null });
  mkdirSync(asked.out, { recursive: true });
  // Contents by their hashes, as in plan.geojson: by the order in which files were read, another file beside them would change it.
  const nameOf = (contentId: string): string => hashes.get(contentId) ?? contentId;
  writePlan(asked.out, {
    plan: planWithContentsNamed(plan, nameOf),
    evaluation: { ...evaluation, madeOf: madeOfRenamed(evaluation.madeOf, nameOf) },
  });
  const writing = { ...bench, hashes, fingerprints };
  const madeOn = today();
  for (const [form, name] of FORMS)
    try {
      const question = { planId: plan.id, form, madeOn, remark: '', askedFor: words };
      writeFileSync(join(asked.out, name), finished(planFile(writing, project, question)));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      say(`${name} is not written: ${error.message}`);
    }
  const lines = [`for: ${words}`, ...duelLines(evaluation), deviceLine(device), ratesLine(rates)];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

const FORMS: readonly (readonly [PlanForm, string])[] = [
  ['geojson', 'plan.geojson'],
  ['comparison', 'comparison.csv'],
  ['premises', 'premises.csv'],
  ['hubs', 'hubs.csv'],
  ['links', 'links.csv'],
  ['bill', 'bill.csv'],
  ['kml', 'plan.kml'],
  ['page', 'plan.html'],
];

/** Designs and comparison as one text, the same for the same files and options. */
function writePlan(out: string, whole: { readonly plan: Plan; readonly evaluation: PlanEvaluation }): void {
  writeFileSync(join(out, 'plan.json'), `${canonicalJson(whole)}\n`);
}

function withRecipe(project: Project, text: string | null): Project {
  if (text !== null) {
    const recipe = { id: 'asked', name: 'Asked', text };
    return { ...project, recipes: [...project.recipes, recipe], view: { recipeId: recipe.id } };
  }
  const isThere = project.recipes.some(({ id }) => id === project.view.recipeId);
  return isThere ? project : { ...project, view: { recipeId: project.recipes[0]?.id ?? '' } };
}

/** Ids of the files' places that fibre can come from; none where there are no streets. */
function rootsOf(bench: { readonly workbench: Workbench }, project: Project): readonly string[] {
  try {
    return finished(projectStreets(bench, project)).fibrePoints.map(({ id }) => id);
  } catch (error) {
    if (error instanceof StreetsRefused) return [];
    throw error;
  }
}

function questionOf(
  asked: DuelAsked,
  project: Project,
  known: readonly string[],
): Omit<Plan['question'], 'selection'> {
  const strange = asked.rootIds.find((id) => !known.includes(id));
  if (strange !== undefined)
    throw new Error(
      `--root ${strange}: no file has such a point near a street. They have ${known.slice(0, 8).join(', ')}${known.length > 8 ? ' …' : ''}.`,
    );
  const isOwn = asked.rootsAt.length > 0;
  const { mastMetres, radiusMetres, leastMegabitsPerSecond, takeUpPercent, onlyNotSpots } = asked;
  return {
    premisesContentId: datasetInRole(project, 'premises')?.contentId ?? '',
    onlyNotSpots,
    rootIds: asked.rootIds.length > 0 ? asked.rootIds : isOwn ? [] : known,
    ownRoots: asked.rootsAt.map(({ lon, lat }, at) => ({
      id: `root-at-${at + 1}`,
      name: `Given place ${at + 1}`,
      kind: 'other',
      lon,
      lat,
      owner: null,
    })),
    blocked: asked.blocked,
    forced: [],
    worksFrom: asked.worksFrom ?? today(),
    passed: USUAL_PLAN.passed,
    takeUpPercent,
    radio: {
      ...USUAL_PLAN.radio,
      deviceId: project.devices[0].id,
      mastMetres,
      radiusMetres,
      leastMegabitsPerSecond,
    },
  };
}
