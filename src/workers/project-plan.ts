import { consentHints } from '../domain/consents/consent-hints.ts';
import { designationsAt, type LoadedFile } from '../domain/consents/designations-at.ts';
import { roofHeights } from '../domain/consents/roof-heights.ts';
import { DEFAULT_RATES } from '../domain/cost/default-rates.ts';
import { digPlaces } from '../domain/dig/dig-places.ts';
import { backhaulMeter } from '../domain/hubs/backhaul-meter.ts';
import type { CouncilRoofs, GatheredRoofs } from '../domain/hubs/gather-roofs.ts';
import { DEFAULT_PLAN_CARD } from '../domain/plan/default-plan-card.ts';
import { filesInOrder } from '../domain/plan/files-in-order.ts';
import type { HubRoof } from '../domain/plan/hub-roof.ts';
import { planContents } from '../domain/plan/plan-contents.ts';
import type { PlanGround, RadioGround, Refused } from '../domain/plan/plan-ground.ts';
import type { PlanQuestion } from '../domain/plan/plan-question.ts';
import { readPlannedExcavations } from '../domain/plan/planned-excavations.ts';
import { readRoofAccess } from '../domain/plan/roof-access.ts';
import type { DatasetRecord, Project } from '../domain/project/project.ts';
import type { Role } from '../domain/project/role.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import { startingChoices } from '../domain/radio/starting-choices.ts';
import { StreetsRefused } from '../domain/streets/streets-refused.ts';
import { HeightsRefused } from '../domain/terrain/heights-refused.ts';
import { askedRows } from './asked-rows.ts';
import { nationAt } from './nation-at.ts';
import { projectHubRoofs } from './project-hub-roofs.ts';
import { type ProjectRadio, projectRadio } from './project-radio.ts';
import { projectStreets } from './project-streets.ts';
import type { StudyBench } from './study-bench.ts';

/**
 * All that a question's designs are made of, from a project. Where streets, heights or the radio are lacking, it says why and
 * what to do. `isDesigned`: the designs are there, so that no roofs are looked for that could carry a hub, and there are no
 * candidates. Needs `loadGrid`. Throws DigImpossible where it cannot be said whose premises are asked.
 */
export function* projectPlan(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  question: PlanQuestion,
  { isDesigned = false }: { readonly isDesigned?: boolean } = {},
): Generator<WorkStep, PlanGround> {
  const { premises, rows } = yield* askedRows(bench, project, question);
  const places = digPlaces(premises, rows);
  return {
    premises,
    rows,
    places,
    rates: project.rates ?? DEFAULT_RATES,
    card: project.planCard ?? DEFAULT_PLAN_CARD,
    contents: planContents(project, question),
    excavations: inRole(bench, project, 'planned excavations').flatMap(
      ({ dataset: { contentId, roles, source }, table }) =>
        readPlannedExcavations({ contentId, table, roles, source }).excavations,
    ),
    network: yield* orRefused(projectStreets(bench, project)),
    radio: yield* orRefused(radioGround(bench, project, { question, places, isDesigned })),
  };
}

function* radioGround(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
  {
    question,
    places,
    isDesigned,
  }: Pick<PlanGround, 'places'> & { readonly question: PlanQuestion; readonly isDesigned: boolean },
): Generator<WorkStep, RadioGround | Refused> {
  const { deviceId } = question.radio;
  const device = project.devices.find(({ id }) => id === deviceId);
  if (!device)
    return { refused: 'The radio of this plan is not among the project’s any more. Choose another.' };
  const chosen = { ...(project.radio ?? startingChoices(deviceId)), deviceId };
  const radio = yield* projectRadio(bench, { ...project, radio: chosen });
  const gathered = isDesigned
    ? { roofs: [], councils: NO_COUNCILS, notes: [] }
    : yield* candidatesOf(bench, project, { radio, question, places });
  const files = filesInOrder(project.datasets)
    .filter(({ contentId }) => bench.workbench.has(contentId))
    .map((dataset): LoadedFile => ({ dataset, table: bench.workbench.table(dataset.contentId) }));
  const overrides = new Map(project.sites.map((site) => [`site:${site.id}`, site.overrides]));
  return {
    device,
    model: radio.model,
    meter: radio.meter,
    linkMeter: backhaulMeter(radio.meter, project.devices),
    roofs: radio.roofs,
    candidates: gathered.roofs,
    councils: gathered.councils,
    notes: gathered.notes,
    hintsOf: (roof: HubRoof) => {
      const { id, name, lon, lat, antennaMetres, above, owner, from } = roof;
      const at = { lon, lat, antennaMetres, above, owner };
      const site = {
        ...at,
        id,
        name,
        fromContentId: from?.contentId ?? null,
        overrides: overrides.get(id) ?? [],
      };
      return consentHints(site, {
        nation: nationAt(site, files),
        ...roofHeights(site, radio.model, radio.roofs),
        designations: designationsAt(site, files),
        device,
      });
    },
  };
}

const NO_COUNCILS: CouncilRoofs = { roofs: [], withoutHeight: 0 };

function* candidatesOf(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
  {
    radio,
    question,
    places,
  }: Pick<PlanGround, 'places'> & { readonly radio: ProjectRadio; readonly question: PlanQuestion },
): Generator<WorkStep, GatheredRoofs> {
  const { mastMetres } = question.radio;
  const access = inRole(bench, project, 'roof access').flatMap(
    ({ dataset: { contentId, roles }, table }) =>
      readRoofAccess({ contentId, table, roles }, { mastMetres }).roofs,
  );
  const asked = { ...radio, places, question: question.radio, access };
  return yield* projectHubRoofs(bench, project, asked);
}

function inRole(
  { workbench }: Pick<StudyBench, 'workbench'>,
  { datasets }: Pick<Project, 'datasets'>,
  role: Role,
): LoadedFile[] {
  return datasets
    .filter((dataset: DatasetRecord) => dataset.role === role && dataset.supersededBy === undefined)
    .map((dataset) => ({ dataset, table: workbench.table(dataset.contentId) }));
}

/** What is lacking is said of what needs it, and the rest is done all the same. */
function* orRefused<T>(work: Generator<WorkStep, T>): Generator<WorkStep, T | Refused> {
  try {
    return yield* work;
  } catch (error) {
    if (error instanceof StreetsRefused || error instanceof HeightsRefused) return { refused: error.message };
    throw error;
  }
}
