import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaProvenance } from '../domain/areas/area-figure.ts';
import { drawAreas } from '../domain/areas/draw-areas.ts';
import { measureAreas } from '../domain/areas/measure-areas.ts';
import { projectAreas } from '../domain/areas/project-areas.ts';
import { sourceLine, withFingerprints } from '../domain/not-spots/provenance.ts';
import { today } from '../domain/project/today.ts';
import { areasCsv } from '../formats/areas-csv.ts';
import { notSpotAreasGeoJson } from '../formats/not-spot-areas-geojson.ts';
import type { LoadedProject } from './load-project.ts';

/**
 * Measures the areas and writes areas.csv and, where the recipe can be drawn, not-spot-areas.geojson into `folder`. Says
 * what has no area and which wards could not be drawn.
 */
export function writeAreas(
  { workbench, project, recipeText, fingerprints }: LoadedProject,
  folder: string,
  say: (line: string) => void,
): void {
  const input = lastOf(projectAreas(workbench, project, recipeText));
  const analysis = lastOf(measureAreas(input));
  const { sources, ...told } = areaProvenance(analysis, project, today());
  const provenance = withFingerprints({ ...told, sources: sources.map(sourceLine).join('; ') }, fingerprints);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'areas.csv'), areasCsv(analysis, provenance));
  for (const { label, why, isAsked, remedy } of analysis.refusals)
    say(`No area of ${label}: ${why}${isAsked ? ` ${remedy}` : ''}`);
  for (const line of analysis.leftAside) say(line);
  if (!input.question.canDraw) return;
  const drawn = lastOf(drawAreas(input, 'not-spots'));
  for (const { message, remedy } of drawn.failures) say(`${message} ${remedy}`);
  writeFileSync(join(folder, 'not-spot-areas.geojson'), notSpotAreasGeoJson(drawn, analysis, provenance));
}

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
