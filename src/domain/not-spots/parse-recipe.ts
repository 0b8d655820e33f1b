import { RecipeError, type RecipeNode } from './recipe.ts';

/**
 * Reads the small recipe language. Case and spacing are free.
 *   recipe  = term { 'or' term }          term = factor { 'and' factor }
 *   factor  = 'not' factor | 'no' NAME | '(' recipe ')' | NAME [ COMPARISON COUNT [ 'operators' ] ]
 *           | ( 'total' | 'partial' ) NAME [ 'not-spot' ]
 *   COMPARISON = '<' '<=' '=' '>=' '>'    COUNT = whole number | 'all'
 * NAME is a technology or a layer's key. A total not-spot has no operator, a partial one some but not all. Throws
 * RecipeError naming the place.
 */
export function parseRecipe(text: string): RecipeNode {
  if (text.length > LONGEST)
    throw new RecipeError(
      `A recipe has at most ${LONGEST} characters; this one has ${text.length}.`,
      LONGEST,
    );
  const tokens = tokensOf(text);
  const reader: Reader = { tokens, at: 0, end: text.length, depth: 0 };
  if (tokens.length === 0)
    throw new RecipeError('The recipe is empty. Write for example: no gigabit and no 5g', 0);
  const node = readOr(reader);
  const rest = tokens[reader.at];
  if (rest)
    throw new RecipeError(`"${rest.text}" was not expected here. Join parts with "and" or "or".`, rest.place);
  return node;
}

interface Token {
  readonly text: string;
  readonly place: number;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  readonly end: number;
  depth: number;
}

const LONGEST = 2000;
const DEEPEST = 50;
const RESERVED = new Set([
  'and',
  'or',
  'not',
  'no',
  'operators',
  'operator',
  'all',
  '(',
  ')',
  '<',
  '<=',
  '=',
  '>=',
  '>',
]);

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|([a-z0-9_][a-z0-9_-]*)|(<=|>=|<|>|=|\(|\))/giy;
  let place = 0;
  while (place < text.length) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match)
      throw new RecipeError(
        `"${text[place]}" is no part of the recipe language. Names have letters, digits, "-" and "_".`,
        place,
      );
    if (match[0].trim() !== '') tokens.push({ text: match[0].toLowerCase(), place });
    place = pattern.lastIndex;
  }
  return tokens;
}

function readOr(reader: Reader): RecipeNode {
  return readJoined(reader, 'or', (inner) => readJoined(inner, 'and', readFactor));
}

function readJoined(
  reader: Reader,
  word: 'and' | 'or',
  readPart: (reader: Reader) => RecipeNode,
): RecipeNode {
  const nodes = [readPart(reader)];
  while (reader.tokens[reader.at]?.text === word) {
    reader.at++;
    nodes.push(readPart(reader));
  }
  return nodes.length === 1 ? nodes[0] : { kind: word, nodes };
}

function readFactor(reader: Reader): RecipeNode {
  const token = reader.tokens[reader.at];
  if (!token) throw new RecipeError('The recipe stops too early: a name is missing at the end.', reader.end);
  if (++reader.depth > DEEPEST)
    throw new RecipeError(`Brackets and "not" go at most ${DEEPEST} deep.`, token.place);
  try {
    if (token.text === 'not') {
      reader.at++;
      return { kind: 'not', node: readFactor(reader) };
    }
    if (token.text === 'no') {
      reader.at++;
      return { kind: 'not', node: { kind: 'at-least', ...readName(reader), count: 1 } };
    }
    if (token.text === '(') return readBracket(reader, token);
    if (isMobileWord(reader, token)) return readMobileNotSpot(reader, token.text === 'partial');
    return readComparison(reader);
  } finally {
    reader.depth--;
  }
}

/** "total" and "partial" are words of the language only before a name, so that a layer may be called so. */
function isMobileWord(reader: Reader, token: Token): boolean {
  const next = reader.tokens[reader.at + 1];
  return (
    (token.text === 'total' || token.text === 'partial') && next !== undefined && !RESERVED.has(next.text)
  );
}

function readMobileNotSpot(reader: Reader, isPartial: boolean): RecipeNode {
  reader.at++;
  const name = readName(reader);
  if (/^not-?spots?$/.test(reader.tokens[reader.at]?.text ?? '')) reader.at++;
  const any: RecipeNode = { kind: 'at-least', ...name, count: 1 };
  if (!isPartial) return { kind: 'not', node: any };
  return { kind: 'and', nodes: [any, { kind: 'not', node: { kind: 'at-least', ...name, count: 'all' } }] };
}

function readBracket(reader: Reader, opening: Token): RecipeNode {
  reader.at++;
  const node = readOr(reader);
  if (reader.tokens[reader.at]?.text !== ')') {
    throw new RecipeError('This bracket is never closed. Add ")".', opening.place);
  }
  reader.at++;
  return node;
}

function readComparison(reader: Reader): RecipeNode {
  const name = readName(reader);
  const sign = reader.tokens[reader.at]?.text;
  if (sign === undefined || !['<', '<=', '=', '>=', '>'].includes(sign))
    return { kind: 'at-least', ...name, count: 1 };
  reader.at++;
  const count = readCount(reader);
  const following = reader.tokens[reader.at]?.text;
  if (following === 'operators' || following === 'operator') reader.at++;
  return compared(name, sign, count);
}

/** Every comparison is made of "at least". More than all is never true; at most all is always true. */
function compared(name: { name: string; place: number }, sign: string, count: number | 'all'): RecipeNode {
  const atLeast = (n: number | 'all'): RecipeNode => ({ kind: 'at-least', ...name, count: n });
  const not = (node: RecipeNode): RecipeNode => ({ kind: 'not', node });
  if (sign === '>=') return atLeast(count);
  if (sign === '<') return not(atLeast(count));
  if (count === 'all') {
    if (sign === '=') return atLeast('all');
    throw new RecipeError(
      `"${sign} all" says nothing. Write "< all operators" or ">= all operators".`,
      name.place,
    );
  }
  if (sign === '>') return atLeast(count + 1);
  if (sign === '<=') return not(atLeast(count + 1));
  return { kind: 'and', nodes: [atLeast(count), not(atLeast(count + 1))] };
}

function readName(reader: Reader): { name: string; place: number } {
  const token = reader.tokens[reader.at];
  if (!token) throw new RecipeError('The recipe stops too early: a name is missing at the end.', reader.end);
  if (RESERVED.has(token.text))
    throw new RecipeError(`A technology or layer name should stand here, not "${token.text}".`, token.place);
  reader.at++;
  return { name: token.text, place: token.place };
}

function readCount(reader: Reader): number | 'all' {
  const token = reader.tokens[reader.at];
  if (token?.text === 'all') {
    reader.at++;
    return 'all';
  }
  if (!token || !/^\d{1,3}$/.test(token.text)) {
    throw new RecipeError(
      'A whole number of operators, or "all", should stand here.',
      token?.place ?? reader.end,
    );
  }
  reader.at++;
  return Number(token.text);
}
