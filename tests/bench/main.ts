import { availableParallelism } from 'node:os';
import { benchAreas } from './areas-against-turf.ts';
import { benchCount, type CountBench } from './count-against-turf.ts';
import { analyseCountyFiles, benchCountyOnCommandLine, makeCountyFiles } from './county-on-command-line.ts';
import { benchCrossover } from './crossover-of-many.ts';
import { benchDig } from './dig-on-demo.ts';
import { benchDuel } from './duel-on-demo.ts';
import { benchEvaluate } from './evaluate.ts';
import { type Figure, figureTable } from './figure.ts';
import { benchHubs } from './hubs-on-demo.ts';
import { answerParent, inChild } from './in-child.ts';
import { benchReach } from './reach-of-roof.ts';
import { benchRead, makeReadInputs, type Reading, timeReading } from './read-files.ts';
import { RECORDED_PEERS } from './recorded-peers.ts';
import { benchSight } from './sight-and-viewshed.ts';
import { benchTrenchLattice } from './trench-lattice.ts';
import { benchTrench } from './trench-trees.ts';

/**
 * Rows of performance.md, in the order they are run. A bench is either a task, run in a process of its own, or a
 * function that asks for several. To add a row: write a file that measures it and returns figures, and name it here.
 */
const BENCHES: readonly Bench[] = [
  { key: 'count', run: task('count') },
  { key: 'county', run: task('county') },
  { key: 'command-line', run: benchCountyOnCommandLine },
  { key: 'areas', run: task('areas') },
  { key: 'sight', run: task('sight') },
  { key: 'reach', run: task('reach') },
  { key: 'trench-lattice', run: task('trench-lattice') },
  { key: 'trench', run: task('trench') },
  { key: 'dig', run: task('dig') },
  { key: 'duel', run: task('duel') },
  { key: 'evaluate', run: task('evaluate') },
  { key: 'crossover', run: task('crossover') },
  { key: 'hubs', run: task('hubs') },
  { key: 'read', run: benchRead },
  { key: 'cold-load', run: task('cold-load') },
  { key: 'large-borough', run: task('large-borough') },
  { key: 'long-tasks', run: task('long-tasks') },
  { key: 'save', run: task('save') },
  { key: 'duel-tasks', run: task('duel-tasks') },
];

const COUNT: CountBench = {
  row: '1',
  premises: 500_000,
  wards: 700,
  runs: 9,
  sample: 27_000,
  askedCold: 60,
  askedWarm: 150,
  measuresGrowth: true,
};

/** What may run in a process of its own, by name; `given` follows the name on its command line. */
const TASKS = new Map<string, (given: string) => unknown>([
  ['count', () => benchCount(COUNT)],
  [
    'county',
    () =>
      benchCount({
        ...COUNT,
        row: '1b',
        premises: 3_500_000,
        runs: 5,
        askedCold: 75,
        askedWarm: null,
        measuresGrowth: false,
      }),
  ],
  ['areas', benchAreas],
  ['sight', benchSight],
  ['reach', benchReach],
  ['trench-lattice', benchTrenchLattice],
  ['trench', benchTrench],
  ['dig', benchDig],
  ['duel', benchDuel],
  ['evaluate', benchEvaluate],
  ['crossover', benchCrossover],
  ['hubs', benchHubs],
  ['county-files', makeCountyFiles],
  ['county-analyse', analyseCountyFiles],
  ['read-inputs', makeReadInputs],
  ['read', (given) => timeReading(given as Reading)],
  // Fetched when they are asked for: a browser's driver is no part of the other rows' memory.
  ['cold-load', async () => (await import('./on-screen.ts')).benchColdLoad()],
  ['large-borough', async () => (await import('./on-screen.ts')).benchLargeBoroughOnScreen()],
  ['save', async () => (await import('./on-screen.ts')).benchSaveOnScreen()],
  ['long-tasks', async () => (await import('./on-screen.ts')).benchLongTasksOnScreen()],
  ['duel-tasks', async () => (await import('./on-screen.ts')).benchDuelTasksOnScreen()],
]);

/** All of it ends within ten minutes: what has not run by then is said to be left out. */
const MILLISECONDS = 570_000;

interface Bench {
  readonly key: string;
  run(millisecondsLeft: number): Promise<readonly Figure[]>;
}

function task(name: string): Bench['run'] {
  return async (millisecondsLeft) => (await inChild<Figure[]>(name, { millisecondsLeft })).answer;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function runBenches(only: readonly string[]): Promise<number> {
  const began = performance.now();
  const unknown = only.filter((key) => !BENCHES.some((bench) => bench.key === key));
  if (unknown.length > 0) {
    print(`There is no bench "${unknown[0]}". There are: ${BENCHES.map(({ key }) => key).join(', ')}.`);
    return 2;
  }
  const figures: Figure[] = [];
  const troubles: string[] = [];
  for (const { key, run } of BENCHES) {
    if (only.length > 0 && !only.includes(key)) continue;
    print(`${key} …`);
    try {
      const found = await run(MILLISECONDS - (performance.now() - began));
      figures.push(...found);
      for (const line of figureTable(found).slice(2)) print(`  ${line}`);
    } catch (error) {
      troubles.push(error instanceof Error ? error.message : String(error));
    }
  }
  print('');
  for (const line of figureTable(figures)) print(line);
  const rows = new Set(figures.map(({ row }) => row));
  const recorded = RECORDED_PEERS.filter(({ row }) => rows.has(row));
  if (recorded.length > 0) print('\nRecorded when the rows were asked for, not run here:');
  for (const { row, peer, figure } of recorded) print(`  row ${row.padEnd(3)} ${peer}: ${figure}`);
  const took = ((performance.now() - began) / 1000).toFixed(0);
  print(
    `\nNode ${process.version}, ${availableParallelism()} cores, ${took} s. Inputs are seeded; ratios are of one run.`,
  );
  for (const trouble of troubles) print(`Left out: ${trouble}`);
  return troubles.length > 0 ? 1 : 0;
}

const [first, second = '', third = ''] = process.argv.slice(2);
if (first === '--task') answerParent(await TASKS.get(second)?.(third));
else process.exitCode = await runBenches(first === '--only' ? second.split(',') : []);
