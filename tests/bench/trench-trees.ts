import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { collectPrizes } from '../../src/domain/fibre/collect-prizes.ts';
import { findTree } from '../../src/domain/fibre/find-tree.ts';
import { searchWork } from '../../src/domain/fibre/search-work.ts';
import { steinerProblem } from '../../src/domain/fibre/steiner-problem.ts';
import { streetGraph } from '../../src/domain/fibre/street-graph.ts';
import type { TrenchAnswer } from '../../src/domain/fibre/trench-answer.ts';
import { WorkMeter } from '../../src/domain/fibre/work-meter.ts';
import { readSteinlib } from '../../src/formats/steinlib.ts';
import { lastOf } from '../builders/last-of.ts';
import type { Figure } from './figure.ts';

/** Reference graphs with their optima and what peers were recorded to reach; they stay outside the repository. */
const CASES = join(projectRoot, '..', 'shared', 'refcases', 'steiner');
const MOST_SECONDS = 10;
const MOST_GAP = 6;

/**
 * Asked (issue 7): a mean gap over the optimum of at most 1.0 % on SteinLib B, 1.5 % on C and D, 0.5 % on the Vienna
 * fibre graphs, 1 % on the prize-collecting ones, none over 6 %, each within 10 s in one worker. A search does the work
 * that its size fixes; the clock is only looked at. Processor time is given beside: other programs do not lengthen it.
 */
export function benchTrench(): Figure[] {
  if (!existsSync(CASES)) throw new Error('trench: the reference graphs are not beside the repository');
  const tried = [...trees(), ...prizes()];
  const groups = [...new Set(tried.map(({ group }) => group))];
  return [...tried.map(figureOf), ...groups.flatMap((group) => means(group, tried))];
}

interface Tried {
  readonly name: string;
  readonly group: string;
  readonly size: string;
  readonly optimum: number;
  readonly answer: TrenchAnswer;
  readonly seconds: number;
  readonly processorSeconds: number;
  /** As recorded for the reference: not run here. */
  readonly peer: string;
}

function trees(): Tried[] {
  return recorded('optima.csv').map((row) => {
    const [name, group, file, nodes, edges, terminals, optimum] = row;
    const peers = [
      ['networkx', row[9]],
      ['10 × SPH', row[11]],
    ].filter(([, cost]) => cost !== '');
    const { graph, terminals: joined } = read(file);
    return {
      ...timed(() => lastOf(findTree(steinerProblem(graph, joined), new WorkMeter(searchWork(graph))))),
      name,
      group: shortGroup(group),
      size: `${nodes} nodes, ${edges} edges, ${terminals} to join`,
      optimum: Number(optimum),
      peer: peers.map(([peer, cost]) => `${peer} ${percent(Number(cost), Number(optimum))}`).join(', '),
    };
  });
}

function prizes(): Tried[] {
  return recorded('pcstp_optima.csv').map(([name, nodes, , terminals, optimum, , seconds]) => {
    const { graph, terminals: required, prizes: all } = read(join('pcstp', `${name}.stp`));
    const problem = { graph, prizes: all ?? new Float64Array(graph.nodeCount), required };
    return {
      ...timed(() => lastOf(collectPrizes(problem, new WorkMeter(searchWork(graph))))),
      name,
      group: 'with prizes',
      size: `${nodes} nodes, ${graph.edgeCount} edges, ${terminals} prizes`,
      optimum: Number(optimum),
      peer: `dapcstp 0.00 % in ${Number(seconds).toFixed(1)} s`,
    };
  });
}

function read(file: string) {
  const contents = readSteinlib(readFileSync(join(CASES, file), 'utf8'), file);
  return { graph: streetGraph(contents), terminals: contents.terminals, prizes: contents.prizes };
}

function recorded(file: string): string[][] {
  const [, ...lines] = readFileSync(join(CASES, file), 'utf8').trim().split('\n');
  return lines.map((line) => line.split(','));
}

/** "PACE2018 track3 = Vienna (…)" are the fibre graphs. */
function shortGroup(group: string): string {
  return group.includes('Vienna') ? 'Vienna' : group.replace(' track3', '');
}

function timed(search: () => TrenchAnswer): Pick<Tried, 'answer' | 'seconds' | 'processorSeconds'> {
  const began = performance.now();
  const before = process.cpuUsage().user;
  const answer = search();
  return {
    answer,
    seconds: (performance.now() - began) / 1000,
    processorSeconds: (process.cpuUsage().user - before) / 1e6,
  };
}

function figureOf(tried: Tried): Figure {
  const { name, group, size, optimum, answer, seconds, processorSeconds, peer } = tried;
  const { cost, lowerBound } = answer;
  const gap = 100 * (cost / optimum - 1);
  const proof = cost === lowerBound ? 'proved' : `bound ${percent(lowerBound, optimum)}`;
  return {
    row: '7',
    what: `${name} (${group}; ${size})`,
    ours: `${percent(cost, optimum)}, ${proof}, ${seconds.toFixed(2)} s (${processorSeconds.toFixed(2)} s of processor)`,
    peer,
    ratio: '',
    asked: `≤ ${MOST_GAP} %, ≤ ${MOST_SECONDS} s`,
    isMet: gap <= MOST_GAP && seconds <= MOST_SECONDS && lowerBound <= optimum && cost >= optimum,
    growth: '',
    memory: '',
  };
}

const ASKED_MEANS = new Map([
  ['SteinLib B', 1],
  ['SteinLib C', 1.5],
  ['SteinLib D', 1.5],
  ['Vienna', 0.5],
  ['with prizes', 1],
]);

function means(group: string, tried: readonly Tried[]): Figure[] {
  const gaps = tried
    .filter((one) => one.group === group)
    .map(({ answer, optimum }) => 100 * (answer.cost / optimum - 1));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const asked = ASKED_MEANS.get(group);
  return [
    {
      row: '7',
      what: `mean gap of ${group}, ${gaps.length} graphs`,
      ours: `${mean.toFixed(3)} %, worst ${Math.max(...gaps).toFixed(3)} %`,
      peer: '',
      ratio: '',
      asked: asked === undefined ? '' : `≤ ${asked} %`,
      isMet: asked === undefined ? null : mean <= asked,
      growth: '',
      memory: '',
    },
  ];
}

/** How far above or below the optimum, in per cent of it. */
function percent(value: number, optimum: number): string {
  const gap = 100 * (value / optimum - 1);
  return `${gap < 0 ? '−' : ''}${Math.abs(gap).toFixed(3)} %`;
}
