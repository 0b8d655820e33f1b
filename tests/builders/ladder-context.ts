import type { AppContext } from '../../src/actions/app-context.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { setRole } from '../../src/actions/set-role.ts';
import { makeCountingContext } from './app-context.ts';
import { ladderPremises, ladderRoots, ladderStreets, ladderWard } from './dig-files.ts';

/** An app that holds the ladder of streets with its ward, premises and fibre points; `end` when done with it. */
export async function ladderContext(): Promise<{ context: AppContext; end: () => void }> {
  const made = makeCountingContext();
  const files = [
    ['wards.geojson', 'wards', ladderWard()],
    ['premises.csv', 'premises', ladderPremises()],
    ['streets.geojson', 'streets', ladderStreets()],
    ['fibre points.geojson', 'fibre points', ladderRoots()],
  ] as const;
  await importFiles(
    made.context,
    files.map(([name, , text]) => new File([text], name)),
  );
  for (const [name, role] of files) await setRole(made.context, contentNamed(made.context, name), role);
  return made;
}

/** The content of a file by its name. */
export function contentNamed(context: AppContext, name: string): string {
  const dataset = context.project.getState().project.datasets.find(({ fileName }) => fileName === name);
  if (!dataset) throw new Error(`${name} is not loaded.`);
  return dataset.contentId;
}
