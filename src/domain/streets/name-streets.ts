import { foldText } from '../find/fold-text.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { CentrePieces } from './centre-pieces.ts';
import type { NetworkFile } from './network-files.ts';
import type { StreetLines } from './street-lines.ts';
import type { Street } from './street-network.ts';

/** Streets, and the place in them of each line; −1 for lines that have no piece. */
export interface NamedStreets {
  readonly streets: readonly Street[];
  readonly streetOf: Int32Array;
}

/**
 * Lines of one name (compared as people write it: any case, with or without apostrophes) that hang together are one street. Lines without a name
 * are one street where they share an id; one without either is known by its row. Streets of one name that lie apart are told apart by a number.
 */
export function* nameStreets(
  lines: StreetLines,
  pieces: CentrePieces,
  files: readonly NetworkFile[],
): Generator<WorkStep, NamedStreets> {
  const { facts } = lines;
  const parents = Int32Array.from({ length: lines.count }, (_, line) => line);
  const find = (given: number): number => {
    let line = given;
    while (parents[line] !== line) {
      parents[line] = parents[parents[line]];
      line = parents[line];
    }
    return line;
  };
  const join = (one: number, other: number): void => {
    const [a, b] = [find(one), find(other)];
    if (a !== b) parents[Math.max(a, b)] = Math.min(a, b);
  };
  const wordOf = yield* wordsOf(lines);
  const hasPiece = new Uint8Array(lines.count);
  const firstAt = new Map<number, number>();
  for (let piece = 0; piece < pieces.lineOf.length; piece++) {
    if ((piece & 4095) === 0) yield { what: 'Naming streets', fraction: piece / pieces.lineOf.length };
    const line = pieces.lineOf[piece];
    hasPiece[line] = 1;
    if (wordOf[line] < 0) continue;
    for (const node of [pieces.tails[piece], pieces.heads[piece]]) {
      const key = node * MOST_NAMES + wordOf[line];
      const first = firstAt.get(key);
      if (first === undefined) firstAt.set(key, line);
      else join(first, line);
    }
  }
  joinRows(lines, join);
  const streets: Street[] = [];
  const streetOf = new Int32Array(lines.count).fill(-1);
  const ofRoot = new Map<number, number>();
  const ids = new Set<string>();
  for (let line = 0; line < lines.count; line++) {
    if (!hasPiece[line]) continue;
    const root = find(line);
    let street = ofRoot.get(root);
    if (street === undefined) {
      const { name, classText } = facts[line];
      street = streets.length;
      streets.push({ id: freeId(idOf(lines, line, files), ids), name, streetClass: classText });
      ofRoot.set(root, street);
    }
    streetOf[line] = street;
  }
  return { streets, streetOf };
}

const MOST_NAMES = 8_388_608;

/** A number for each line's name, the same for names that people take for one; −1: without name and id. */
function* wordsOf({ facts, count }: StreetLines): Generator<WorkStep, Int32Array> {
  const words = new Map<string, number>();
  const asWritten = new Map<string, number>();
  const numbers = new Int32Array(count).fill(-1);
  for (let line = 0; line < count; line++) {
    if ((line & 2047) === 0) yield { what: 'Naming streets', fraction: line / count };
    const { name, id } = facts[line];
    // An id that several lines share is a name too, only not for people.
    const written = name ?? (id === null ? null : `#${id}`);
    if (written === null) continue;
    let number = asWritten.get(written);
    if (number === undefined) {
      const folded = name === null ? written : foldText(name) || written;
      number = words.get(folded) ?? words.size;
      words.set(folded, number);
      asWritten.set(written, number);
    }
    numbers[line] = number;
  }
  return numbers;
}

/** Parts of one row are one street, named or not. */
function joinRows({ count, files, rows }: StreetLines, join: (one: number, other: number) => void): void {
  for (let line = 1; line < count; line++)
    if (files[line] === files[line - 1] && rows[line] === rows[line - 1]) join(line - 1, line);
}

function idOf({ facts, files, rows }: StreetLines, line: number, all: readonly NetworkFile[]): string {
  const { name, id, usrn } = facts[line];
  const row = `row ${rows[line] + 1}`;
  return name ?? usrn ?? id ?? (files[line] === 0 ? row : `${row} of ${all[files[line]].table.fileName}`);
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted} (${number})`;
  taken.add(id);
  return id;
}
