import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { collectPrizes } from '../domain/fibre/collect-prizes.ts';
import { findTree, TerminalsApart } from '../domain/fibre/find-tree.ts';
import { searchWork } from '../domain/fibre/search-work.ts';
import { steinerProblem } from '../domain/fibre/steiner-problem.ts';
import { type StreetGraph, streetGraph } from '../domain/fibre/street-graph.ts';
import type { TrenchAnswer } from '../domain/fibre/trench-answer.ts';
import { WorkMeter } from '../domain/fibre/work-meter.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import { readSteinlib, type SteinlibGraph } from '../formats/steinlib.ts';
import { finished } from './finished.ts';
import { DIG_USAGE } from './trench-options.ts';
import { UsageError } from './usage-error.ts';

export const TRENCH_USAGE = `Usage: npm run -s notspot -- trench --graph F.stp [--seconds S]
       npm run -s notspot -- trench --streets F --roots F --premises F --out DIR (trench --streets --help says more)

  --graph F.stp   a graph in the SteinLib format (STP 1.0), whole costs. "T" lines name the nodes to join; with "TP"
                  lines (prize-collecting) a node may be left unreached for its prize
  --seconds S     stop by the clock after S seconds, from 0.1 to 86400, reading included. Without it the search stops
                  after an amount of work fixed by the size of the graph, and prints the same on every machine

Prints one line of JSON: {"cost", "lower_bound", "seconds", "nodes", "edges"}. cost is the sum of the edges and, with
"TP" lines, of the prizes not reached; nothing can cost less than lower_bound; seconds is how long it took; nodes is how
many nodes the tree has; edges are pairs of the file's node numbers, the first node being 1.
`;

/** `notspot trench`: the cheapest tree of a graph, with a bound, or which streets to dig. Returns the exit code. */
export async function trench(argv: readonly string[]): Promise<number> {
  if (argv.some((word) => word === '--streets' || word.startsWith('--streets='))) {
    if (argv.includes('--help')) {
      process.stderr.write(DIG_USAGE);
      return 0;
    }
    // Only this needs streets, rates and files of premises.
    const { trenchStreets } = await import('./trench-streets.ts');
    return await trenchStreets(argv);
  }
  if (argv.includes('--help')) {
    process.stderr.write(TRENCH_USAGE);
    return 0;
  }
  const began = performance.now();
  const secondsGone = (): number => (performance.now() - began) / 1000;
  const { path, seconds } = asked(argv);
  const file = readSteinlib(await textOf(path), basename(path));
  const graph = streetGraph(file);
  const meter =
    seconds === null
      ? new WorkMeter(searchWork(graph))
      : new WorkMeter(Number.POSITIVE_INFINITY, () => secondsGone() > seconds);
  const answer = found(path, () => finished(search(graph, file, meter)));
  const line = {
    cost: answer.cost,
    lower_bound: answer.lowerBound,
    seconds: Number(secondsGone().toFixed(3)),
    nodes: answer.nodes.length,
    edges: Array.from(answer.edges, (edge) => [graph.tails[edge] + 1, graph.heads[edge] + 1]),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  return 0;
}

function search(
  graph: StreetGraph,
  { terminals, prizes }: SteinlibGraph,
  meter: WorkMeter,
): Generator<WorkStep, TrenchAnswer> {
  if (!prizes) return findTree(steinerProblem(graph, terminals), meter);
  return collectPrizes({ graph, prizes, required: terminals }, meter);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) throw error;
    throw new Error(`There is no file ${basename(path)} in that folder. Name a graph with --graph F.stp.`);
  }
}

/** What a search finds; what it throws speaks of nodes by the file's numbers. */
function found(path: string, find: () => TrenchAnswer): TrenchAnswer {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof TerminalsApart)) throw error;
    const { first, terminals } = error;
    const more = terminals.length > 1 ? ` and ${terminals.length - 1} more` : '';
    throw new Error(
      `${basename(path)}: nothing leads from node ${first + 1} to node ${terminals[0] + 1}${more}. Leave ${more ? 'them' : 'it'} out of the terminals or add the edges that are missing.`,
    );
  }
}

function asked(argv: readonly string[]): { path: string; seconds: number | null } {
  let values: { graph?: string; seconds?: string };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: { graph: { type: 'string' }, seconds: { type: 'string' } },
    }));
  } catch (error) {
    throw misunderstood(error instanceof Error ? error.message : String(error));
  }
  if (!values.graph)
    throw misunderstood('Say which graph to search: --graph F.stp, or which streets: --streets F.');
  const seconds = values.seconds === undefined ? null : Number(values.seconds);
  if (seconds !== null && !(seconds >= 0.1 && seconds <= 86_400))
    throw misunderstood(`--seconds ${values.seconds} is no number from 0.1 to 86400.`);
  return { path: values.graph, seconds };
}

function misunderstood(reason: string): UsageError {
  return new UsageError(`${reason}\n\n${TRENCH_USAGE.trimEnd()}`);
}
