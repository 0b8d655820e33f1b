import type { Extent, LayerRecord } from '../domain/coverage/layer.ts';
import type { Fingerprints } from '../domain/project/fingerprints.ts';
import type { DatasetRecord, Project } from '../domain/project/project.ts';
import { recipesFor } from '../domain/project/recipes-for.ts';
import { reportInRole } from '../domain/project/report-in-role.ts';
import { Workbench } from '../domain/project/workbench.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { rowsWhere } from '../domain/tables/rows-where.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import type { AnalyseOptions } from './analyse-options.ts';
import { withAskedColumns, withoutPositions } from './asked-columns.ts';
import { AskedFiles } from './asked-files.ts';
import { askedFingerprints } from './asked-fingerprints.ts';
import { coverageLayers, shareLayers } from './asked-layers.ts';
import { askedPremises, type FileJoin } from './asked-premises.ts';

/** The files of a command line as a project, with their contents. */
export interface LoadedProject {
  readonly workbench: Workbench;
  readonly project: Project;
  readonly recipeText: string;
  readonly joins: readonly FileJoin[];
  readonly fingerprints: Fingerprints;
}

/** Reads every file once and gives each the role its option names. Throws words naming file, reason and remedy. */
export async function loadProject(
  options: AnalyseOptions,
  say: (line: string) => void,
): Promise<LoadedProject> {
  const workbench = new Workbench();
  const files = new AskedFiles(workbench);
  const wards = await askedWards(options, files, workbench);
  const extras: DatasetRecord[] = [];
  for (const path of options.areas) {
    const dataset = await files.dataset(path, 'areas');
    if (!workbench.table(dataset.contentId).geometry.polygons)
      throw new Error(`${dataset.fileName}: --areas needs polygons with codes, and it holds none.`);
    extras.push(dataset);
  }
  for (const path of options.lookups) extras.push(await files.dataset(path, 'table'));
  const layers: LayerRecord[] = [];
  for (const one of options.coverage) {
    const opened = await files.open(one.file, one.column);
    const dataset = files.record(opened, 'coverage');
    const made = coverageLayers({ ...one, column: opened.rest }, dataset, opened.table);
    extras.push({ ...dataset, role: made[0].shape === 'polygons' ? 'coverage' : 'records' });
    const extent = await extentOf(one.key, options, files, extras);
    layers.push(...made.map((layer) => (layer.shape === 'polygons' ? { ...layer, extent } : layer)));
  }
  for (const one of options.shares) {
    const opened = await files.open(one.file, one.column);
    const dataset = files.record(opened, 'shares');
    extras.push(dataset);
    layers.push(...shareLayers({ ...one, column: opened.rest }, dataset));
  }
  const hasAreas = extras.some(({ contentId }) => workbench.table(contentId).geometry.polygons !== null);
  const { premises, joins } = await askedPremises(options.premises, files, { workbench, hasAreas, say });
  const slimmed = (slim: (table: SourceTable) => SourceTable): void =>
    workbench.put(premises.contentId, slim(workbench.table(premises.contentId)));
  // Clusters are named after whatever the files tell.
  if (!options.clusters) slimmed((table) => withAskedColumns(table, premises, layers));
  for (const path of options.context) {
    const dataset = await files.dataset(path, 'context');
    say(`${dataset.fileName}: read as context, not counted. ${dataset.suggestion?.why ?? ''}`);
    extras.push(dataset);
  }
  const reported = (dataset: DatasetRecord): DatasetRecord => {
    const report = reportInRole(workbench, dataset, layers, dataset.report);
    for (const issue of report.issues) say(`${report.fileName}: ${issue.code}: ${issue.message}`);
    const used = report.rowsUsed.toLocaleString('en-GB');
    say(`${report.fileName}: ${counted(report.rowsRead, 'row')} read, ${used} used.`);
    return { ...dataset, report };
  };
  const recipes = recipesFor(layers);
  const recipeText =
    options.recipe ?? recipes[0]?.text ?? layers.map((layer) => `no ${layer.key}`).join(' and ');
  const recipe = { id: 'asked', name: 'Asked', text: recipeText };
  const datasets = unique([wards, premises, ...extras]).map(reported);
  // The report has read the positions, unless the file cannot be used at all.
  const isUsed = datasets.every(({ report }) => report.issues.every(({ code }) => code !== 'NO_ROLE'));
  if (isUsed && !options.clusters) slimmed((table) => withoutPositions(table, premises));
  const project: Project = {
    name: 'Command line',
    fictional: false,
    datasets,
    layers,
    recipes: [recipe],
    assumptions: [],
    plans: [],
    sites: [],
    devices: [],
    designs: [],
    view: { recipeId: 'asked' },
  };
  const joined = joins.length > 0 ? premises.contentId : null;
  const fingerprints = await askedFingerprints(project, { hashes: files.hashes, joined });
  return { workbench, project, recipeText, joins, fingerprints };
}

async function askedWards(
  options: AnalyseOptions,
  files: AskedFiles,
  workbench: Workbench,
): Promise<DatasetRecord> {
  const wards = await files.dataset(options.wards, 'wards');
  const whole = workbench.table(wards.contentId);
  if (!whole.geometry.polygons) {
    throw new Error(
      `${wards.fileName}: wards must be polygons, and it holds none. Give a file of ward boundaries with --wards.`,
    );
  }
  if (!options.wardsWhere) return wards;
  const table = rowsWhere(whole, [options.wardsWhere]);
  const { column, values } = options.wardsWhere;
  if (table.rows === 0)
    throw new Error(
      `${wards.fileName}: no ward has ${column} = ${values.join(' or ')}. Check --wards-where.`,
    );
  const { rowsRead } = wards.report;
  const left = rowsRead - table.rows;
  const report = { ...wards.report, rowsUsed: table.rows, rowsLeftOut: left };
  files.narrow(wards.contentId, table);
  return { ...wards, rows: table.rows, report };
}

async function extentOf(
  key: string,
  options: AnalyseOptions,
  files: AskedFiles,
  extras: DatasetRecord[],
): Promise<Extent> {
  const stated = options.extents.get(key);
  if (!stated) return { kind: 'assumed' };
  if (stated === 'all-wards' || stated === 'everywhere') return { kind: stated };
  const dataset = await files.dataset(stated, 'areas');
  extras.push(dataset);
  return { kind: 'areas', contentId: dataset.contentId };
}

/** A file given twice is one dataset, in the role it was given first. */
function unique(datasets: readonly DatasetRecord[]): DatasetRecord[] {
  return datasets.filter(
    (dataset, i) => datasets.findIndex((one) => one.contentId === dataset.contentId) === i,
  );
}
