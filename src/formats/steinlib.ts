/** A graph out of a SteinLib file; node 0 here is node 1 of the file. */
export interface SteinlibGraph {
  readonly nodeCount: number;
  /** Edges in the file's order: ends from 0, whole costs. */
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  readonly costs: Float64Array;
  /** Nodes that must be reached ("T", and "Root" or "RootP"), in the file's order. */
  readonly terminals: readonly number[];
  /** What leaving a node unreached costs ("TP"), by node; null where the file has no such line. */
  readonly prizes: Float64Array | null;
}

/** Why a file is not taken: what, where (line from 1; 0: the file as a whole), why, and what to do. */
export class SteinlibRefused extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'SteinlibRefused';
    this.line = line;
  }
}

/** Nodes and edges that are taken at most: a hundred times the largest street graph asked for. */
const MOST = 5_000_000;

/**
 * Reads a SteinLib file (STP format 1.0; the first line may be missing, as in PACE 2018). Undirected edges with whole
 * costs from 0; sections that hold neither graph nor terminals are passed over.
 * Source: https://steinlib.zib.de/format.php
 * Throws SteinlibRefused.
 */
export function readSteinlib(text: string, fileName: string): SteinlibGraph {
  return new SteinlibReader(fileName).read(text);
}

class SteinlibReader {
  readonly #fileName: string;
  #line = 0;
  #nodeCount = -1;
  #said = new Map<string, number>();
  readonly #tails: number[] = [];
  readonly #heads: number[] = [];
  readonly #costs: number[] = [];
  readonly #terminals = new Set<number>();
  readonly #prizes = new Map<number, number>();

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  read(text: string): SteinlibGraph {
    let section = '';
    let sections = 0;
    for (const line of text.split(/\r\n|\r|\n/)) {
      this.#line++;
      const words = line.trim().split(/\s+/);
      const first = words[0].toLowerCase();
      if (first === '' || first.startsWith('#')) continue;
      if (first === 'section') {
        section = (words[1] ?? '').toLowerCase();
        sections++;
      } else if (first === 'end') section = '';
      else if (first === 'eof') break;
      else if (section === 'graph') this.#graphLine(first, words);
      else if (section === 'terminals') this.#terminalLine(first, words);
    }
    this.#line = 0;
    if (sections === 0 || this.#nodeCount < 0)
      throw this.#refused('it has no "SECTION Graph" with a line "Nodes". Name a file in the STP format.');
    if (this.#terminals.size + this.#prizes.size === 0)
      throw this.#refused(
        'it names no terminals, so there is nothing to join. Add a "SECTION Terminals" with lines "T node".',
      );
    this.#checkCount('edges', this.#costs.length);
    this.#checkCount('terminals', null);
    return this.#graph();
  }

  #graph(): SteinlibGraph {
    let prizes: Float64Array | null = null;
    if (this.#prizes.size > 0) {
      prizes = new Float64Array(this.#nodeCount);
      for (const [node, prize] of this.#prizes) prizes[node] = prize;
    }
    return {
      nodeCount: this.#nodeCount,
      tails: Int32Array.from(this.#tails),
      heads: Int32Array.from(this.#heads),
      costs: Float64Array.from(this.#costs),
      terminals: [...this.#terminals],
      prizes,
    };
  }

  #graphLine(first: string, words: readonly string[]): void {
    if (first === 'nodes') this.#nodeCount = this.#count(words[1], 'nodes');
    else if (first === 'edges') this.#said.set('edges', this.#count(words[1], 'edges'));
    else if (first === 'e') {
      this.#tails.push(this.#node(words[1]));
      this.#heads.push(this.#node(words[2]));
      this.#costs.push(this.#amount(words[3], 'cost'));
      if (this.#costs.length > MOST) throw this.#refused(`it has more than ${MOST} edges. Cut it down.`);
    } else if (first === 'a' || first === 'arcs')
      throw this.#refused('it has arcs of one direction, and trenches have none. Use "E" lines.');
  }

  #terminalLine(first: string, words: readonly string[]): void {
    if (first === 'terminals') this.#said.set('terminals', this.#count(words[1], 'terminals'));
    else if (first === 't') this.#terminals.add(this.#node(words[1]));
    else if (first === 'root' || first === 'rootp') this.#terminals.add(this.#node(words[1]));
    else if (first === 'tp') this.#prizes.set(this.#node(words[1]), this.#amount(words[2], 'prize'));
  }

  #checkCount(what: 'edges' | 'terminals', counted: number | null): void {
    const said = this.#said.get(what);
    const found = counted ?? Math.max(this.#terminals.size, this.#prizes.size);
    if (
      said === undefined ||
      (counted === null ? said <= this.#terminals.size + this.#prizes.size : said === found)
    )
      return;
    throw this.#refused(
      `it says ${said} ${what} and has ${found}; it may be cut short. Download or export it again.`,
    );
  }

  #count(word: string | undefined, what: string): number {
    const count = /^\d+$/.test(word ?? '') ? Number(word) : Number.NaN;
    if (!(count <= MOST))
      throw this.#refused(`"${word ?? ''}" is no number of ${what} up to ${MOST}. Put that right.`);
    return count;
  }

  #node(word: string | undefined): number {
    const node = /^\d+$/.test(word ?? '') ? Number(word) : Number.NaN;
    if (this.#nodeCount < 0)
      throw this.#refused('an edge or terminal stands before the line "Nodes". Put "Nodes" first.');
    if (!(node >= 1 && node <= this.#nodeCount))
      throw this.#refused(`"${word ?? ''}" is no node; they are 1 to ${this.#nodeCount}. Put that right.`);
    return node - 1;
  }

  #amount(word: string | undefined, what: string): number {
    // "7.000" is whole all the same.
    const amount = /^\d+(?:\.0*)?$/.test(word ?? '') ? Number(word) : Number.NaN;
    if (Number.isSafeInteger(amount)) return amount;
    throw this.#refused(
      `"${word ?? ''}" is no whole ${what} from 0, and sums are kept exact. Multiply all costs and prizes until they are whole.`,
    );
  }

  #refused(reason: string): SteinlibRefused {
    const where = this.#line > 0 ? `, line ${this.#line}` : '';
    return new SteinlibRefused(this.#line, `${this.#fileName}${where}: ${reason}`);
  }
}
