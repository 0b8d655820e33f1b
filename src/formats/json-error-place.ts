/** Where a JSON text breaks: 1-based line and column of the first character that cannot stand there, and what was expected. */
export interface JsonErrorPlace {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

/**
 * Finds the first error of `text` as JSON (RFC 8259), or null where there is none. JavaScript engines word their own
 * messages differently and often leave the position out, so it is found here; only ever run on a text that failed.
 */
export function jsonErrorPlace(text: string): JsonErrorPlace | null {
  const at = firstError(text);
  if (at === null) return null;
  const before = text.slice(0, at.index);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let i = before.indexOf('\n'); i >= 0; i = before.indexOf('\n', i + 1)) line++;
  return { line, column: at.index - lineStart + 1, expected: at.expected };
}

interface Failure {
  readonly index: number;
  readonly expected: string;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Walks the text with an explicit stack, so that deep nesting cannot overflow. */
function firstError(text: string): Failure | null {
  const open: ('{' | '[')[] = [];
  let at = skip(SPACE, text, 0);
  let expects: 'value' | 'value or ]' | 'key' | 'key or }' | 'end' = 'value';
  for (;;) {
    if (expects === 'end') {
      const container = open.at(-1);
      if (container === undefined)
        return at < text.length ? { index: at, expected: 'the end of the file' } : null;
      const closing = container === '{' ? '}' : ']';
      if (text[at] === closing) {
        open.pop();
        at = skip(SPACE, text, at + 1);
      } else if (text[at] === ',') {
        at = skip(SPACE, text, at + 1);
        expects = container === '{' ? 'key' : 'value';
      } else return { index: at, expected: `a comma or ${closing}` };
      continue;
    }
    if (expects === 'key' || expects === 'key or }') {
      if (expects === 'key or }' && text[at] === '}') {
        expects = 'end';
        continue;
      }
      const end = text[at] === '"' ? skip(STRING, text, at) : at;
      if (end === at) return { index: at, expected: 'a name in double quotes' };
      if (text[end] !== '"') return { index: end, expected: 'the end of a text in double quotes' };
      at = skip(SPACE, text, end + 1);
      if (text[at] !== ':') return { index: at, expected: 'a colon' };
      at = skip(SPACE, text, at + 1);
      expects = 'value';
      continue;
    }
    if (expects === 'value or ]' && text[at] === ']') {
      expects = 'end';
      continue;
    }
    if (text[at] === '{' || text[at] === '[') {
      open.push(text[at] as '{' | '[');
      expects = text[at] === '{' ? 'key or }' : 'value or ]';
      at = skip(SPACE, text, at + 1);
      continue;
    }
    if (text[at] === '"') {
      const end = skip(STRING, text, at);
      if (text[end] !== '"') return { index: end, expected: 'the end of a text in double quotes' };
      at = skip(SPACE, text, end + 1);
    } else {
      const end = skip(LITERAL, text, at);
      if (end === at) return { index: at, expected: 'a value' };
      at = skip(SPACE, text, end);
    }
    expects = 'end';
  }
}

/** Where a match of `pattern` that begins at `at` ends; `at` where there is none. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
