import type { Extent, LayerRecord } from '../domain/coverage/layer.ts';
import { readRecord } from '../domain/project/dataset-record.ts';
import type { DatasetRecord, Project, Role } from '../domain/project/project.ts';
import { recipesFor } from '../domain/project/project-with.ts';
import { reportInRole } from '../domain/project/report-in-role.ts';
import { Workbench } from '../domain/project/workbench.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import { joinTables } from '../domain/tables/join-tables.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { readFile } from '../formats/read-file.ts';
import { suggestRoles } from '../formats/suggest-roles.ts';
import type { AnalyseOptions } from './analyse-options.ts';
import { coverageLayer, shareLayer } from './asked-layers.ts';
import { nodeFile } from './node-file.ts';

/** The files of a command line as a project, with their contents. */
export interface LoadedProject {
  readonly workbench: Workbench;
  readonly project: Project;
  readonly recipeText: string;
  readonly joins: readonly {
    readonly file: string;
    readonly matched: number;
    readonly unmatched: number;
    readonly ambiguous: number;
  }[];
}

/** Reads every file once and gives each the role its option names. Throws words naming file, reason and remedy. */
export async function loadProject(
  options: AnalyseOptions,
  say: (line: string) => void,
): Promise<LoadedProject> {
  const workbench = new Workbench();
  const files = new Files(workbench, say);
  const wards = await files.dataset(options.wards, 'wards');
  if (!workbench.table(wards.contentId).geometry.polygons) {
    throw new Error(
      `${wards.fileName}: wards must be polygons, and it holds none. Give a GeoJSON of ward boundaries with --wards.`,
    );
  }
  const { premises, joins } = await files.premises(options.premises);
  const layers: LayerRecord[] = [];
  const extras: DatasetRecord[] = [];
  for (const one of options.coverage) {
    const dataset = await files.dataset(one.file, 'coverage');
    const layer = coverageLayer(one, dataset, workbench.table(dataset.contentId));
    extras.push({ ...dataset, role: layer.shape === 'polygons' ? 'coverage' : 'records' });
    layers.push(
      layer.shape === 'polygons'
        ? { ...layer, extent: await extentOf(one.key, options, files, extras) }
        : layer,
    );
  }
  for (const one of options.shares) {
    const dataset = await files.dataset(one.file, 'shares');
    extras.push(dataset);
    layers.push(shareLayer(one, dataset));
  }
  const reported = (dataset: DatasetRecord): DatasetRecord => {
    const report = reportInRole(workbench, dataset, layers, dataset.report);
    for (const issue of report.issues) say(`${report.fileName}: ${issue.code}: ${issue.message}`);
    say(`${report.fileName}: ${report.rowsRead} rows read, ${report.rowsUsed} used.`);
    return { ...dataset, report };
  };
  const recipes = recipesFor(layers);
  const recipeText =
    options.recipe ?? recipes[0]?.text ?? layers.map((layer) => `no ${layer.key}`).join(' and ');
  const recipe = { id: 'asked', name: 'Asked', text: recipeText };
  const datasets = unique([wards, premises, ...extras]).map(reported);
  const project: Project = {
    name: 'Command line',
    fictional: false,
    datasets,
    layers,
    recipes: [recipe],
    assumptions: [],
    plans: [],
    view: { recipeId: 'asked' },
  };
  return { workbench, project, recipeText, joins };
}

class Files {
  private readonly read = new Map<string, { table: SourceTable; report: FileReport; contentId: string }>();

  constructor(
    private readonly workbench: Workbench,
    private readonly say: (line: string) => void,
  ) {}

  async open(path: string) {
    const known = this.read.get(path);
    if (known) return known;
    const signal = new AbortController().signal;
    const [{ table, report }] = await readFile(existing(path), { signal, onProgress: () => {} });
    const opened = { table, report, contentId: `file-${this.read.size + 1}` };
    this.read.set(path, opened);
    this.workbench.put(opened.contentId, table);
    return opened;
  }

  /** The file's record, in the role that the option gives it whatever its content suggests. */
  async dataset(path: string, role: Role): Promise<DatasetRecord> {
    const { table, report, contentId } = await this.open(path);
    const suggestion = suggestRoles(table);
    const columnNames = table.columns.map((column) => column.name);
    const { dataset } = readRecord(
      { contentId, rows: table.rows, format: table.format, columnNames, suggestion, areaName: null },
      report,
    );
    return { ...dataset, role };
  }

  /** The premises: the first file with places, the others joined to it by id. */
  async premises(paths: readonly string[]) {
    const datasets: DatasetRecord[] = [];
    for (const path of paths) datasets.push(await this.dataset(path, 'premises'));
    const base = datasets.find((dataset) => hasPlaces(dataset, this.workbench.table(dataset.contentId)));
    if (!base) {
      const names = datasets.map((dataset) => dataset.fileName).join(', ');
      throw new Error(
        `${names}: no coordinates were found. Premises need longitude and latitude, or easting and northing; join a second --premises file that has them.`,
      );
    }
    if (!base.roles.id && datasets.length > 1)
      throw new Error(`${base.fileName}: no column of UPRNs or postcodes was found to join by.`);
    const joins: LoadedProject['joins'][number][] = [];
    let table = this.workbench.table(base.contentId);
    for (const other of datasets) {
      if (other === base) continue;
      const key = other.roles.id ?? other.roles.code;
      if (!key || !base.roles.id)
        throw new Error(`${other.fileName}: no column of UPRNs or postcodes was found to join by.`);
      const joined = joinTables(table, base.roles.id, this.workbench.table(other.contentId), key);
      table = joined.table;
      joins.push({
        file: other.fileName,
        matched: joined.matched,
        unmatched: joined.unmatched,
        ambiguous: joined.ambiguous,
      });
      this.say(
        `${other.fileName}: ${joined.matched} rows joined, ${joined.unmatched} matched nothing, ${joined.ambiguous} keys stand twice.`,
      );
    }
    if (joins.length > 0) this.workbench.put(base.contentId, table);
    const columnNames = table.columns.map((column) => column.name);
    return { premises: { ...base, unit: base.unit ?? 'premises', columnNames }, joins };
  }
}

function existing(path: string) {
  try {
    return nodeFile(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Error(
      `${path}: ${missing ? 'there is no such file' : 'the file cannot be opened'}. Check the path and try again.`,
    );
  }
}

function hasPlaces(dataset: DatasetRecord, table: SourceTable): boolean {
  const { lon, lat, easting, northing } = dataset.roles;
  return table.geometry.points !== null || Boolean((lon && lat) || (easting && northing));
}

async function extentOf(
  key: string,
  options: AnalyseOptions,
  files: Files,
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
