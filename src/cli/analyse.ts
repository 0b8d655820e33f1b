import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import { headline } from '../domain/not-spots/headline.ts';
import { parseRecipe } from '../domain/not-spots/parse-recipe.ts';
import { provenanceOf } from '../domain/not-spots/provenance.ts';
import { resolveRecipe } from '../domain/not-spots/resolve-recipe.ts';
import { wardRows } from '../domain/not-spots/ward-rows.ts';
import type { Prepared } from '../domain/project/workbench.ts';
import { notSpotsGeoJson } from '../formats/not-spots-geojson.ts';
import { wardsCsv } from '../formats/wards-csv.ts';
import { type AnalyseOptions, readAnalyseOptions } from './analyse-options.ts';
import { type LoadedProject, loadProject } from './load-project.ts';

export const ANALYSE_USAGE = `Usage: npm run -s notspot -- analyse --wards F --premises F [--premises F2] --coverage KEY=F … --shares KEY=F#column … --out DIR

  --wards F             polygons with ward codes (GeoJSON)
  --premises F          CSV or GeoJSON points; a second file joins its columns by UPRN or postcode
  --coverage KEY=F      a footprint, or KEY=F#column for yes/no (or a speed) per UPRN or postcode
  --shares KEY=F#column percentages per area: polygons with codes, or a table whose codes the premises carry
  --extent KEY=F        where a footprint speaks: an areas file, "all-wards" or "everywhere"
                        (else: the wards that touch its bounding box, said to be assumed)
  --recipe "…"          for example "no gigabit and 5g < 2 operators"
  --out DIR             gets wards.csv, report.json and not-spots.geojson
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
  write(options, loaded, prepared, analysis, performance.now() - started);
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
  return { prepared, analysis };
}

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function write(
  options: AnalyseOptions,
  loaded: LoadedProject,
  prepared: Prepared,
  analysis: Analysis,
  milliseconds: number,
): void {
  const provenance = provenanceOf(analysis, loaded.project, new Date().toISOString().slice(0, 10));
  const total = wardRows(analysis).at(-1);
  const report = {
    recipe: analysis.recipeText,
    definition: provenance.definition,
    sources: provenance.sources,
    counted_on: provenance.countedOn,
    unit: analysis.unit,
    rows: analysis.rows,
    ranks_wards: analysis.ranksWards,
    total: { units: total?.units, not_spots: total?.notSpots },
    layers: loaded.project.layers.map(({ key, technology, operator, shape, column, extent, definition }) => {
      return { key, technology, operator, shape, column, extent: extent.kind, definition };
    }),
    notes: analysis.notes.map(({ kind, text, count }) => ({ kind, text, count })),
    files: loaded.project.datasets.map(({ fileName, role, roles, unit, report }) => ({
      file: fileName,
      role,
      roles,
      unit,
      report,
    })),
    joins: loaded.joins,
    seconds: Math.round(milliseconds) / 1000,
  };
  mkdirSync(options.out, { recursive: true });
  writeFileSync(join(options.out, 'wards.csv'), wardsCsv(analysis));
  writeFileSync(join(options.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(
    join(options.out, 'not-spots.geojson'),
    notSpotsGeoJson(analysis, prepared.premises, prepared.membership, provenance),
  );
}
