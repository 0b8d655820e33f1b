import type { LayerRecord } from '../coverage/layer.ts';
import type { DigDesign, DigResult } from '../dig/dig-design.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import { madeOfRenamed } from '../plan/made-of.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanDesigns } from '../plan/plan-design.ts';
import type { RadioDesign } from '../plan/radio-design.ts';
import type { RooftopSite } from '../radio/rooftop-site.ts';
import type { Change } from './change.ts';
import { isChange } from './content-names.ts';
import type { DatasetRecord, Project } from './project.ts';

/**
 * The same project or change with every content id renamed, wherever it stands; ids of layers, which begin with their
 * content's, follow. `rename` is asked for mentions of contents that are gone too.
 */
export function withContentNames<Work extends Project | Change>(
  work: Work,
  rename: (contentId: string) => string,
): Work {
  return (isChange(work) ? changeRenamed(work, rename) : projectRenamed(work, rename)) as Work;
}

type Rename = (contentId: string) => string;

function projectRenamed(project: Project, rename: Rename): Project {
  const { need } = project;
  return {
    ...project,
    datasets: project.datasets.map((dataset) => datasetRenamed(dataset, rename)),
    layers: project.layers.map((layer) => layerRenamed(layer, rename)),
    plans: project.plans.map((plan) => planRenamed(plan, rename)),
    sites: project.sites.map((site) => siteRenamed(site, rename)),
    designs: project.designs.map((design) => designRenamed(design, rename)),
    ...(need ? { need: { ...need, contentId: rename(need.contentId) } } : {}),
  };
}

function changeRenamed(change: Change, rename: Rename): Change {
  switch (change.kind) {
    case 'insert':
    case 'replace':
      if ('fromContentId' in change.item) return { ...change, item: siteRenamed(change.item, rename) };
      if ('chosen' in change.item) return { ...change, item: planRenamed(change.item, rename) };
      if ('question' in change.item) return { ...change, item: designRenamed(change.item, rename) };
      if (!('contentId' in change.item)) return change;
      return {
        ...change,
        item: isLayer(change.item) ? layerRenamed(change.item, rename) : datasetRenamed(change.item, rename),
      };
    case 'set-need':
      return change.need
        ? { ...change, need: { ...change.need, contentId: rename(change.need.contentId) } }
        : change;
    case 'set-project':
      return { ...change, project: projectRenamed(change.project, rename) };
    case 'all':
      return { ...change, changes: change.changes.map((part) => changeRenamed(part, rename)) };
    case 'remove':
    case 'set-view':
    case 'set-name':
    case 'set-assumptions':
    case 'set-radio':
    case 'set-rates':
    case 'set-plan-card':
      return change;
  }
}

function isLayer(item: DatasetRecord | LayerRecord): item is LayerRecord {
  return 'technology' in item;
}

function datasetRenamed(dataset: DatasetRecord, rename: Rename): DatasetRecord {
  const { liveList, supersededBy } = dataset;
  return {
    ...dataset,
    contentId: rename(dataset.contentId),
    ...(liveList ? { liveList: { ...liveList, contentId: rename(liveList.contentId) } } : {}),
    ...(supersededBy === undefined ? {} : { supersededBy: rename(supersededBy) }),
  };
}

function siteRenamed(site: RooftopSite, rename: Rename): RooftopSite {
  return site.fromContentId === null ? site : { ...site, fromContentId: rename(site.fromContentId) };
}

function designRenamed(design: DigDesign, rename: Rename): DigDesign {
  const { question, result } = design;
  return {
    ...design,
    question: { ...question, premisesContentId: rename(question.premisesContentId) },
    result: result && digRenamed(result, rename),
  };
}

function digRenamed(result: DigResult, rename: Rename): DigResult {
  return { ...result, madeOf: { ...result.madeOf, contents: result.madeOf.contents.map(rename) } };
}

function planRenamed(plan: Plan, rename: Rename): Plan {
  const { question, designs } = plan;
  return {
    ...plan,
    question: { ...question, premisesContentId: rename(question.premisesContentId) },
    designs: designs && planDesignsRenamed(designs, rename),
  };
}

function planDesignsRenamed(designs: PlanDesigns, rename: Rename): PlanDesigns {
  return {
    ...designs,
    madeOf: madeOfRenamed(designs.madeOf, rename),
    outcomes: designs.outcomes.map((outcome) => {
      if (outcome.refused !== null) return outcome;
      const { trench, radio } = outcome.design;
      const design = {
        ...outcome.design,
        trench: trench && digRenamed(trench, rename),
        radio: radio && radioRenamed(radio, rename),
      };
      return { ...outcome, design };
    }),
  };
}

function radioRenamed(radio: RadioDesign, rename: Rename): RadioDesign {
  return { ...radio, hubs: radio.hubs.map((hub) => ({ ...hub, roof: roofRenamed(hub.roof, rename) })) };
}

function roofRenamed(roof: HubRoof, rename: Rename): HubRoof {
  return roof.from === null
    ? roof
    : { ...roof, from: { ...roof.from, contentId: rename(roof.from.contentId) } };
}

function layerRenamed(layer: LayerRecord, rename: Rename): LayerRecord {
  const { id, contentId, extent } = layer;
  const name = rename(contentId);
  return {
    ...layer,
    id: id.startsWith(`${contentId}-`) ? `${name}${id.slice(contentId.length)}` : id,
    contentId: name,
    ...(extent.kind === 'areas' ? { extent: { ...extent, contentId: rename(extent.contentId) } } : {}),
  };
}
