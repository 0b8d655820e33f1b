import { FileRefused } from '../domain/tables/file-report.ts';
import type { HeightGrid, HeightKind } from '../domain/terrain/height-grid.ts';
import type { HeightModel } from '../domain/terrain/height-model.ts';
import { modelHeights } from '../domain/terrain/model-heights.ts';
import { readHeights } from '../formats/read-heights.ts';
import { nodeFile } from './node-file.ts';
import type { RadioAsked } from './radio-options.ts';

/** West, south, east, north in degrees. */
export type AskedBox = readonly [number, number, number, number];

/**
 * The height model of a command line's files, of which only the cells about `box` are read where the format allows. Files
 * that hold nothing there are left aside and named. Throws FileRefused, HeightsRefused.
 */
export async function askedHeights(
  asked: RadioAsked,
  box: AskedBox,
  say: (line: string) => void,
): Promise<HeightModel> {
  const read = async (paths: readonly string[], kind: HeightKind): Promise<HeightGrid[]> => {
    const grids: HeightGrid[] = [];
    for (const path of paths) {
      const grid = await gridAbout(path, { kind, asked, box, isOnly: paths.length === 1, say });
      if (grid) grids.push(grid);
    }
    return grids;
  };
  const surfaces = await read(asked.surfaces, 'surface');
  if (surfaces.length === 0)
    throw new Error('No --surface file holds heights of the area asked. Give those that cover it.');
  const steps = modelHeights({
    surfaces,
    grounds: await read(asked.grounds, 'ground'),
    canopies: await read(asked.canopies, 'canopy'),
    buildings: [],
    trees: [],
    metresPerLevel: 1,
    leafMarginMetres: asked.choices.leafMarginMetres.value,
  });
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    for (const note of step.value.notes) say(note);
    return step.value;
  }
}

async function gridAbout(
  path: string,
  given: {
    readonly kind: HeightKind;
    readonly asked: RadioAsked;
    readonly box: AskedBox;
    readonly isOnly: boolean;
    say(line: string): void;
  },
): Promise<HeightGrid | null> {
  const { kind, asked, box, isOnly, say } = given;
  try {
    const { grid, report } = await readHeights(
      existing(path),
      { kind, vintage: null, system: asked.system, box },
      { signal: new AbortController().signal, onProgress: () => {} },
    );
    for (const { message } of report.issues)
      say(message.startsWith(report.fileName) ? message : `${report.fileName}: ${message}`);
    return grid;
  } catch (error) {
    const isElsewhere =
      error instanceof FileRefused && error.report.issues.some(({ code }) => code === 'OUT_OF_RANGE');
    if (!isElsewhere || isOnly) throw error;
    say(error.message);
    return null;
  }
}

function existing(path: string) {
  try {
    return nodeFile(path);
  } catch {
    throw new Error(`${path}: there is no such file, or it cannot be opened. Check the path and try again.`);
  }
}
