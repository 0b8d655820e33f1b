import type { Register } from '../domain/plan/register.ts';
import type { Project } from '../domain/project/project.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import { givenAway } from '../workers/given-away.ts';
import type { ReadReckoningQuestion } from '../workers/studies/read-reckoning.ts';
import type { AppContext } from './app-context.ts';

/** What a file holds of a register, or why nothing of it is taken, in words. */
export type ReckoningRead =
  | { readonly state: 'read'; readonly register: Partial<Register> }
  | { readonly state: 'refused'; readonly message: string };

/**
 * Has the worker read a file of what plans are reckoned with: the page goes on meanwhile, and `options` tell how far it is
 * and stop it. Never rejects: a file that cannot be read, or is read no further, is refused.
 */
export async function readReckoning(
  context: AppContext,
  kind: ReadReckoningQuestion['kind'],
  file: File,
  options: JobOptions = {},
): Promise<ReckoningRead> {
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refused(`${file.name} could not be read. Choose it again.`);
  const project = withoutContents(context.project.getState().project);
  const settled = (await context.compute.run(
    (api, job, onStep) =>
      api.study(
        job,
        'read-reckoning',
        project,
        givenAway({ kind, bytes, fileName: file.name }, [bytes]),
        onStep,
      ),
    options,
  )) as Settled<Partial<Register>>;
  if (settled.state === 'cancelled') return refused(`Reading ${file.name} was cancelled.`);
  if (settled.state === 'failed')
    return refused(
      REFUSALS.has(settled.name)
        ? shortened(settled.message)
        : `${file.name} could not be read: ${settled.message} Choose it again.`,
    );
  if (context.project.getState().readOnly)
    return refused('This work is being changed in another tab. Give the file there.');
  return { state: 'read', register: settled.value };
}

const REFUSALS: ReadonlySet<string> = new Set(['RateCardRefused', 'DeviceCatalogueRefused']);

/** A register is read whatever the project's files are, even where one is missing. */
function withoutContents(project: Project): Project {
  return { ...project, datasets: [], layers: [], plans: [], designs: [], devices: [] };
}

/** A message that repeats what stands in the file may be as long as the file. */
function shortened(message: string): string {
  return message.length <= MOST_MESSAGE
    ? message
    : `${message.slice(0, MOST_MESSAGE / 2)} … ${message.slice(-MOST_MESSAGE / 2)}`;
}

const MOST_MESSAGE = 4_000;

function refused(message: string): ReckoningRead {
  return { state: 'refused', message };
}
