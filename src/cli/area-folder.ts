import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CoordinateChoice } from '../domain/geo/coordinate-choice.ts';
import { layersOf, type ReadRecord } from '../domain/project/dataset-record.ts';
import type { Project } from '../domain/project/project.ts';
import { projectWith } from '../domain/project/project-with.ts';
import { reportInRole } from '../domain/project/report-in-role.ts';
import type { Role } from '../domain/project/role.ts';
import { UNNAMED_AREA } from '../domain/project/unnamed-area.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import { FileRefused } from '../domain/tables/file-report.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import type { AskedFiles } from './asked-files.ts';
import { UNREAD_PROJECT } from './unread-project.ts';

/**
 * The files of a folder as a project: each is what its content says, or what `roles` says by its name. Files of other
 * formats are said and left out; folders in it, and files whose name begins with a dot, are not looked at. Throws words for
 * a person where the folder is not there or holds nothing that can be read.
 */
export async function areaFolder(
  folder: string,
  roles: ReadonlyMap<string, Role>,
  given: {
    readonly workbench: Workbench;
    readonly files: AskedFiles;
    /** How heights of files that name no system are read; null: nobody says. */
    readonly heightsIn: CoordinateChoice | null;
    say(line: string): void;
  },
): Promise<Project> {
  const { workbench, files, heightsIn, say } = given;
  const reads: ReadRecord[] = [];
  for (const path of filesIn(folder)) {
    try {
      for (const read of await files.suggested(path)) {
        const role = roles.get(read.dataset.fileName);
        const { heights } = workbench.tableAsRead(read.dataset.contentId);
        const dataset = {
          ...read.dataset,
          ...(role ? { role } : {}),
          ...(heights?.system === null && heightsIn ? { coordinates: heightsIn } : {}),
        };
        const taken = { ...read, dataset, layers: role ? layersOf(dataset) : read.layers };
        reads.push(taken);
        const report = reportInRole(workbench, dataset, taken.layers, dataset.report);
        say(`${dataset.fileName}: ${dataset.role}, ${counted(report.rowsUsed, 'row')}.`);
      }
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      say(`Left out: ${error.message}`);
    }
  }
  const known = new Set(reads.map(({ dataset }) => dataset.fileName));
  const strange = [...roles.keys()].find((name) => !known.has(name));
  if (strange !== undefined)
    throw new Error(
      `--role ${strange}: the folder has no such file that can be read. It has ${[...known].join(', ')}.`,
    );
  if (reads.length === 0) throw new Error(`${folder} holds no file that can be read.`);
  return projectWith(EMPTY, reads);
}

const EMPTY: Project = { ...UNREAD_PROJECT, name: UNNAMED_AREA };

function filesIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`${folder}: there is no such folder. Say with --area where the files are.`);
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
