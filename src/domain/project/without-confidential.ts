import type { RateCard } from '../cost/rate-card.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { DigDesign } from '../dig/dig-design.ts';
import type { PlanCard } from '../plan/plan-card.ts';
import type { RooftopSite } from '../radio/rooftop-site.ts';
import { hiddenNames, mentions } from './hidden-names.ts';
import { isNameOpen } from './is-name-open.ts';
import { isShareableRecipe } from './is-shareable-recipe.ts';
import type { LeftOut, PutLeftOut } from './left-out.ts';
import { isOfStreets, type Project } from './project.ts';
import { shareableDataset } from './shareable-dataset.ts';
import { shareablePlan } from './shareable-plan.ts';
import { withSomeRecipe } from './with-some-recipe.ts';

/** A project without what is confidential, and what that left out. */
export interface Shared {
  readonly project: Project;
  readonly leftOut: readonly LeftOut[];
  /** Names that must not leave: of the files and layers left out, and of operators that only these name. */
  readonly hidden: readonly string[];
}

/**
 * The project without what is marked confidential and what depends on it:
 * - files marked, and files of which a marked layer is made (their rows hold that layer); all layers made of them;
 * - an extent, need or list of live postcodes taken from such a file: the extent is then assumed, the rest is none;
 * - an earlier release that stepped back for such a file stays uncounted;
 * - the person's own recipes that name such a layer or operator; the ready ones are offered anew by what remains;
 * - designs of plans that are made of such a file; the whole plan where it names premises, streets, fibre points or roofs
 *   that are in one;
 * - rooftop sites that are rows of such a file;
 * - digs where such a file is of premises, streets, fibre points, ducts or restrictions, or is what their answer is made of;
 * - notes of reports, assumptions, plans, sites, devices, digs and cards whose words mention what is hidden, and a name of the
 *   project that does.
 * The same project where nothing is confidential.
 */
export function withoutConfidential(project: Project): Shared {
  const gone = confidentialFiles(project);
  if (gone.size === 0) return { project, leftOut: [], hidden: [] };
  const datasets = project.datasets.filter(({ contentId }) => !gone.has(contentId));
  const layers = project.layers.filter(({ contentId }) => !gone.has(contentId));
  const hidden = hiddenNames(project, { datasets, layers });
  const leftOut: LeftOut[] = [...filesLeftOut(project, gone), ...layersLeftOut(project, gone)];
  const put = (kind: LeftOut['kind'], name: string, why: string) => void leftOut.push({ kind, name, why });
  const { need, radio, rates, planCard, ...rest } = project;
  const keepsNeed = need !== undefined && !gone.has(need.contentId);
  if (need && !keepsNeed) put('need', need.column, 'it is a column of a file that is left out');
  const silent =
    <Item>(kind: LeftOut['kind'], name: (item: Item) => string) =>
    (item: Item) => {
      const isOpen = !mentions(item, hidden);
      if (!isOpen) put(kind, name(item), 'it mentions what is confidential');
      return isOpen;
    };
  const keepsName = isNameOpen(project, hidden, gone);
  if (!keepsName) put('name', project.name, `it mentions what is confidential; it leaves as “${NAMELESS}”`);
  const devices = project.devices.filter(silent('device', ({ name }) => name));
  const kept: Project = {
    ...rest,
    name: keepsName ? project.name : NAMELESS,
    ...(keepsNeed ? { need } : {}),
    datasets: datasets.map((dataset) => shareableDataset(dataset, { gone, hidden, put })),
    layers: layers.map((layer) => shareableLayer(layer, gone, put)),
    assumptions: project.assumptions.filter(silent('assumption', ({ text }) => text)),
    plans: project.plans
      .flatMap((plan) => shareablePlan(plan, project, gone, put))
      .filter(silent('plan', ({ name }) => name)),
    sites: project.sites.filter(
      (site) => isShareableSite(site, gone, put) && silent<RooftopSite>('site', ({ name }) => name)(site),
    ),
    devices,
    designs: project.designs.filter(
      (design) =>
        isShareableDesign(design, project, gone, put) &&
        silent<DigDesign>('design', ({ name }) => name)(design),
    ),
    ...(rates && silent<RateCard>('rates', ({ name }) => name)(rates) ? { rates } : {}),
    ...(planCard && silent<PlanCard>('plan card', ({ name }) => name)(planCard) ? { planCard } : {}),
    ...(radio && devices.some(({ id }) => id === radio.deviceId) ? { radio } : {}),
    recipes: project.recipes.filter((recipe) => isShareableRecipe(recipe, project, { layers, hidden, put })),
  };
  return { project: withSomeRecipe(kept), leftOut, hidden };
}

/** What a project is called whose own name stays behind. */
const NAMELESS = 'Untitled';

/** Content ids of the files that stay behind. */
function confidentialFiles({ datasets, layers }: Project): Set<string> {
  return new Set(
    [...datasets, ...layers].filter(({ confidential }) => confidential).map(({ contentId }) => contentId),
  );
}

function filesLeftOut({ datasets, layers }: Project, gone: ReadonlySet<string>): LeftOut[] {
  return datasets
    .filter(({ contentId }) => gone.has(contentId))
    .map(({ contentId, fileName: name, confidential }) => {
      const marked = layers.find((layer) => layer.contentId === contentId && layer.confidential);
      const why = confidential
        ? 'it is marked confidential'
        : `its rows hold ${marked?.name}, which is marked confidential`;
      return { kind: 'file', name, why };
    });
}

function layersLeftOut({ layers }: Project, gone: ReadonlySet<string>): LeftOut[] {
  return layers
    .filter(({ contentId }) => gone.has(contentId))
    .map(({ name, confidential }) => ({
      kind: 'layer',
      name,
      why: confidential ? 'it is marked confidential' : 'it is made of a file that is left out',
    }));
}

function shareableLayer(layer: LayerRecord, gone: ReadonlySet<string>, put: PutLeftOut): LayerRecord {
  if (layer.extent.kind !== 'areas' || !gone.has(layer.extent.contentId)) return layer;
  put('extent', layer.name, 'how far it speaks was taken from a file that is left out; it is assumed now');
  return { ...layer, extent: { kind: 'assumed' } };
}

function isShareableDesign(
  design: DigDesign,
  project: Project,
  gone: ReadonlySet<string>,
  put: PutLeftOut,
): boolean {
  const { question, result } = design;
  const isHidden =
    gone.has(question.premisesContentId) ||
    project.datasets.some(
      ({ contentId, role }) => gone.has(contentId) && (role === 'premises' || isOfStreets(role)),
    ) ||
    (result?.madeOf.contents.some((contentId) => gone.has(contentId)) ?? false);
  if (isHidden) put('design', design.name, 'it is made of a file that is left out');
  return !isHidden;
}

function isShareableSite(
  { name, fromContentId }: RooftopSite,
  gone: ReadonlySet<string>,
  put: PutLeftOut,
): boolean {
  if (fromContentId === null || !gone.has(fromContentId)) return true;
  put('site', name, 'it is a row of a file that is left out');
  return false;
}
