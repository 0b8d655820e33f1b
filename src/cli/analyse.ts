import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { clustersOfProject } from '../domain/clusters/clusters-of-project.ts';
import type { NotSpotClusters } from '../domain/clusters/not-spot-clusters.ts';
import type { Analysis, JoinReport } from '../domain/not-spots/analysis.ts';
import { headline } from '../domain/not-spots/headline.ts';
import { parseRecipe } from '../domain/not-spots/parse-recipe.ts';
import { provenanceOf, withFingerprints } from '../domain/not-spots/provenance.ts';
import { resolveRecipe } from '../domain/not-spots/resolve-recipe.ts';
import { wardRows } from '../domain/not-spots/ward-rows.ts';
import { fingerprintMembers } from '../domain/project/fingerprints.ts';
import type { Prepared } from '../domain/project/prepared.ts';
import { today } from '../domain/project/today.ts';
import { byUseCsv, rowsByUse } from '../formats/by-use-csv.ts';
import { clustersFile } from '../formats/clusters-file.ts';
import { type NotSpotsFormat, notSpotsPieces } from '../formats/not-spots-file.ts';
import { wardsCsv } from '../formats/wards-csv.ts';
import { type AnalyseOptions, readAnalyseOptions } from './analyse-options.ts';
import { type LoadedProject, loadProject } from './load-project.ts';
import { openNodeDatabase } from './node-database.ts';

export const ANALYSE_USAGE = `Usage: npm run -s notspot -- analyse --wards F --premises F [--premises F2] --coverage KEY=F … --shares KEY=F#column … --out DIR

  --wards F             polygons with ward codes
  --wards-where C=V,V…  only the wards whose column C has one of these values
  --premises F          a table with coordinates, or points; a second file joins its columns by UPRN or postcode.
                        Without coordinates: counts per area code (census), placed by the shapes of --areas
  --areas F             shapes whose codes place premises and shares; may be given several times
  --lookup F            a table that leads from one kind of code to another; may be given several times
  --coverage KEY=F      a footprint, or KEY=F#column for yes/no (or a speed) per UPRN, postcode or area code
  --shares KEY=F#column percentages per area: polygons with codes, or a table whose codes the premises carry.
                        KEY=F alone takes Ofcom's columns by number of operators
  --extent KEY=F        where a footprint speaks: an areas file, "all-wards" or "everywhere"
                        (else: the wards that touch its bounding box, said to be assumed)
  --context F           is read and named, but not counted; may be given several times
  --recipe "…"          for example "no gigabit and 5g < 2 operators", "total 4g", "partial 5g"
  --formats F,F…        not-spots.geojson in more formats: csv, kml, gpkg, fgb
  --clusters METRES     also finds clusters: not-spots at most so far from the next; writes clusters.csv and
                        clusters.geojson, named after the streets and places of --context
  --least N             fewer not-spots than this are scattered, no cluster (else 10)
  --areas-out DIR       gets areas.csv (m² of each ward, its not-spots, what is not known, by number of operators) and
                        not-spot-areas.geojson (their shapes)
  --out DIR             gets wards.csv, report.json, not-spots.geojson, and by-use.csv where premises have a use

F may be GeoJSON, CSV, TSV, a Shapefile zip, GeoPackage, KML or KMZ, GPX, FlatGeobuf, GeoParquet or TopoJSON, gzipped
or not. Of a file with several tables write F#layer (F#layer#column where a column follows).
`;

/** `notspot analyse`: counts files without a screen. Returns the exit code; throws words for a person. */
export async function analyse(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stderr.write(ANALYSE_USAGE);
    return 0;
  }
  const options = readAnalyseOptions(argv);
  const started = performance.now();
  const loaded = await loadProject(options, (line) => process.stderr.write(`${line}\n`));
  // Before the long work: a recipe that names nothing loaded must fail at once.
  resolveRecipe(parseRecipe(loaded.recipeText), loaded.project.layers);
  const { prepared, analysis } = count(loaded);
  const clusters = clustersIn(options, loaded);
  await write(options, loaded, prepared, analysis, performance.now() - started);
  if (clusters) writeClusters(options.out, loaded, analysis, clusters);
  if (options.areasOut !== null) {
    const { writeAreas } = await import('./write-areas.ts');
    writeAreas(loaded, options.areasOut, (line) => process.stderr.write(`${line}\n`));
  }
  const { number, rest, notKnown } = headline(analysis, loaded.project);
  process.stdout.write(`${[number, rest, notKnown].filter(Boolean).join(' ')}\n`);
  return 0;
}

function count({ workbench, project, recipeText }: LoadedProject): {
  prepared: Prepared;
  analysis: Analysis;
} {
  const prepared = lastOf(workbench.prepare(project));
  const analysis = lastOf(workbench.analyse(project, recipeText));
  if (!prepared || !analysis) throw new Error('There are no premises to count. Give a file with --premises.');
  if (prepared.premises.count === 0) {
    const reason = prepared.notes.find((note) => note.kind === 'no-shape')?.text ?? 'No row has a place.';
    throw new Error(`There are no premises to count. ${reason}`);
  }
  return { prepared, analysis };
}

function clustersIn(
  { clusters }: AnalyseOptions,
  { workbench, project, recipeText }: LoadedProject,
): NotSpotClusters | null {
  return clusters && lastOf(clustersOfProject(workbench, project, { ...clusters, recipeText })).clusters;
}

function writeClusters(
  folder: string,
  loaded: LoadedProject,
  analysis: Analysis,
  clusters: NotSpotClusters,
): void {
  const provenance = provenanceIn(loaded, analysis);
  for (const format of ['csv', 'geojson'] as const) {
    const text = clustersFile({ clusters, provenance, format, hiddenLayers: [] });
    writeFileSync(join(folder, `clusters.${format}`), text);
  }
}

function provenanceIn({ project, fingerprints }: LoadedProject, analysis: Analysis) {
  const countedOn = today();
  return withFingerprints(provenanceOf(analysis, project, countedOn), fingerprints);
}

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

async function write(
  options: AnalyseOptions,
  loaded: LoadedProject,
  prepared: Prepared,
  analysis: Analysis,
  milliseconds: number,
): Promise<void> {
  const provenance = provenanceIn(loaded, analysis);
  const total = wardRows(analysis).at(-1);
  const report = {
    recipe: analysis.recipeText,
    definition: provenance.definition,
    sources: provenance.sources,
    counted_on: provenance.countedOn,
    ...fingerprintMembers(loaded.fingerprints),
    unit: analysis.unit,
    rows: analysis.rows,
    ranks_wards: analysis.ranksWards,
    total: { units: total?.units, not_spots: total?.notSpots },
    layers: loaded.project.layers.map(({ key, technology, operator, shape, column, extent, definition }) => {
      return { key, technology, operator, shape, column, extent: extent.kind, definition };
    }),
    by_use: rowsByUse(analysis),
    notes: analysis.notes.map(({ kind, text, count, examples }) => ({ kind, text, count, examples })),
    files: loaded.project.datasets.map(({ fileName, role, roles, unit, report }) => ({
      file: fileName,
      role,
      roles,
      unit,
      report,
    })),
    joins: [...loaded.joins, ...analysis.joins.map(joinLines)],
    seconds: Math.round(milliseconds) / 1000,
  };
  mkdirSync(options.out, { recursive: true });
  writeFileSync(join(options.out, 'wards.csv'), wardsCsv(analysis, provenance));
  if (analysis.byUse) writeFileSync(join(options.out, 'by-use.csv'), byUseCsv(analysis));
  writeFileSync(join(options.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  const { premises, membership } = prepared;
  const formats = new Set<NotSpotsFormat>(['geojson', ...options.formats]);
  for (const format of formats) {
    const file = { format, analysis, premises, membership, provenance };
    const { signal } = new AbortController();
    const pieces = await notSpotsPieces(file, { openDatabase: openNodeDatabase, signal });
    writePieces(join(options.out, `not-spots.${format}`), pieces);
  }
}

/** Pieces end to end: of a county's not-spots only one is ever in memory. */
function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeAll(file, typeof piece === 'string' ? Buffer.from(piece) : piece);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
}

function joinLines(join: JoinReport) {
  return {
    layer: join.layer,
    by: join.by,
    matched: join.matched,
    unmatched: join.unmatched,
    unmatched_examples: join.unmatchedExamples,
    unused: join.unused,
    unused_examples: join.unusedExamples,
    ambiguous: join.ambiguous,
    ambiguous_examples: join.ambiguousExamples,
    rounded: join.rounded,
    repaired: join.repaired,
  };
}
