import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { useCommandRun } from '../builders/command-run.ts';

const run = useCommandRun();

/** A star around node 4 that beats the ring 1 2 3. */
const GRAPH = `SECTION Graph
Nodes 5
Edges 7
E 1 2 10
E 2 3 10
E 3 1 10
E 1 4 6
E 4 2 6
E 3 4 6
E 3 5 50
END
`;

function trench(terminals: string, ...more: string[]): Promise<number> {
  const path = join(run.folder, 'own.stp');
  writeFileSync(path, `${GRAPH}SECTION Terminals\n${terminals}\nEND\nEOF\n`);
  return main(['trench', '--graph', path, ...more]);
}

describe('trench', () => {
  it('prints one line: the tree by the numbers of the file, its cost, and a bound', async () => {
    expect(await trench('T 1\nT 2\nT 3')).toBe(0);
    expect(run.printed.endsWith('\n') && run.printed.trimEnd()).not.toContain('\n');
    const { seconds, ...rest } = JSON.parse(run.printed);
    expect(rest).toEqual({
      cost: 18,
      lower_bound: 18,
      nodes: 4,
      edges: [
        [1, 4],
        [4, 2],
        [3, 4],
      ],
    });
    expect(Object.keys(JSON.parse(run.printed))).toEqual([
      'cost',
      'lower_bound',
      'seconds',
      'nodes',
      'edges',
    ]);
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(run.told).toBe('');
  });

  it('counts the prizes that are not reached', async () => {
    expect(await trench('TP 1 40\nTP 2 40\nTP 5 30', '--seconds', '0.5')).toBe(0);
    expect(JSON.parse(run.printed)).toMatchObject({ cost: 40, lower_bound: 40, nodes: 2, edges: [[1, 2]] });
  });

  it('says what is wrong with a file, where, and what to do', async () => {
    expect(await trench('T 1\nT 9')).toBe(1);
    expect(run.printed).toBe('');
    expect(run.told).toBe('own.stp, line 14: "9" is no node; they are 1 to 5. Put that right.\n');
  });

  it('says which nodes nothing leads to, by their numbers in the file', async () => {
    const path = join(run.folder, 'apart.stp');
    writeFileSync(path, 'SECTION Graph\nNodes 3\nEdges 1\nE 1 2 4\nEND\nSECTION Terminals\nT 1\nT 3\nEND\n');
    expect(await main(['trench', '--graph', path])).toBe(1);
    expect(run.told).toBe(
      'apart.stp: nothing leads from node 1 to node 3. Leave it out of the terminals or add the edges that are missing.\n',
    );
  });

  it.each([
    [[], 'Say which graph to search: --graph F.stp, or which streets: --streets F.'],
    [['--graph', 'x.stp', '--seconds', 'soon'], '--seconds soon is no number from 0.1 to 86400.'],
    [['--graph', 'x.stp', '--seconds', '0'], '--seconds 0 is no number from 0.1 to 86400.'],
    [['--streams', 'x'], "Unknown option '--streams'"],
  ])('ends with 2 where it was not understood: %j', async (argv, said) => {
    expect(await main(['trench', ...argv])).toBe(2);
    expect(run.told).toContain(said);
    expect(run.told).toContain('Usage: npm run -s notspot -- trench --graph F.stp');
  });

  it('ends with 1 where the file cannot be read', async () => {
    expect(await main(['trench', '--graph', join(run.folder, 'none.stp')])).toBe(1);
    expect(run.told).toBe('There is no file none.stp in that folder. Name a graph with --graph F.stp.\n');
  });

  it('says how it is used', async () => {
    expect(await main(['trench', '--help'])).toBe(0);
    expect(run.told).toContain('--seconds S');
  });
});
