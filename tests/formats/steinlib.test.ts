import { describe, expect, it } from 'vitest';
import { readSteinlib, SteinlibRefused } from '../../src/formats/steinlib.ts';

const WHOLE = `33D32945 STP File, STP Format Version 1.0

SECTION Comment
Name    "One of our own"
END

SECTION Graph
Nodes 4
Edges 3
E 1 2 7
E 2 3 5.000
E 4 2 0
END

SECTION Terminals
Terminals 2
T 1
T 4
END

EOF
`;

const read = (text: string) => readSteinlib(text, 'own.stp');

describe('a SteinLib file', () => {
  it('is read, its nodes counted from 0', () => {
    expect(read(WHOLE)).toEqual({
      nodeCount: 4,
      tails: Int32Array.of(0, 1, 3),
      heads: Int32Array.of(1, 2, 1),
      costs: Float64Array.of(7, 5, 0),
      terminals: [0, 3],
      prizes: null,
    });
  });

  it('may lack its first line and end its lines as it likes', () => {
    expect(read(WHOLE.split('\n').slice(2).join('\r\n'))).toEqual(read(WHOLE));
  });

  it('has prizes in "TP" lines, beside a node that must be reached', () => {
    const { prizes, terminals } = read(
      WHOLE.replace('T 1\nT 4', 'TP 1 30\nT 4').replace('Terminals 2', 'Terminals 2'),
    );
    expect(prizes).toEqual(Float64Array.of(30, 0, 0, 0));
    expect(terminals).toEqual([3]);
  });

  it.each([
    ['E 2 3 5.000', 'E 2 3 5.5', 11, '"5.5" is no whole cost from 0'],
    ['E 2 3 5.000', 'E 2 3 -5', 11, '"-5" is no whole cost'],
    ['E 2 3 5.000', 'E 2 3', 11, '"" is no whole cost'],
    ['E 2 3 5.000', 'E 2 9 5', 11, '"9" is no node; they are 1 to 4'],
    ['E 2 3 5.000', 'E 0 3 5', 11, '"0" is no node'],
    ['E 2 3 5.000', 'A 2 3 5', 11, 'arcs of one direction'],
    ['Nodes 4\n', '', 9, 'before the line "Nodes"'],
    ['Nodes 4', 'Nodes many', 8, '"many" is no number of nodes'],
    ['T 4', 'T 5', 18, '"5" is no node'],
    ['E 4 2 0\n', '', 0, 'it says 3 edges and has 2'],
    ['T 4\n', '', 0, 'it says 2 terminals and has 1'],
    ['Terminals 2\nT 1\nT 4\n', '', 0, 'names no terminals'],
    [WHOLE, 'a,b\n1,2\n', 0, 'no "SECTION Graph"'],
    [WHOLE, '', 0, 'no "SECTION Graph"'],
  ])('is refused by line, reason and remedy: %j for %j', (given, instead, line, reason) => {
    expect.assertions(4);
    try {
      read(WHOLE.replace(given, instead));
    } catch (error) {
      expect(error).toBeInstanceOf(SteinlibRefused);
      const { message, line: found } = error as SteinlibRefused;
      expect(message).toContain(reason);
      expect(found).toBe(line);
      expect(message).toMatch(line > 0 ? `own.stp, line ${line}: ` : /^own\.stp: /);
    }
  });
});
