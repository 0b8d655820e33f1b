/** A node of a coordinate system written as well-known text: UNIT["metre", 1] is {keyword: "UNIT", values: ["metre", 1]}. */
export interface WktNode {
  readonly keyword: string;
  readonly values: readonly (string | number | WktNode)[];
}

/**
 * Reads well-known text (OGC 01-009 or ISO 19162:2019; square or round brackets) as a tree. Keywords come in capitals, names without
 * quotes. Null where the text is none, goes on behind its end, or is nested over 32 deep.
 */
export function readWkt(text: string): WktNode | null {
  const tokens = text.match(/"(?:[^"]|"")*"|[[\](),]|[^\s[\](),"]+/g) ?? [];
  let at = 0;
  const node = (depth: number): WktNode | null => {
    const keyword = tokens[at++];
    if (depth > MAX_DEPTH || keyword === undefined || !/^[A-Z_]\w*$/i.test(keyword)) return null;
    const close = CLOSING.get(tokens[at++] ?? '');
    if (!close) return null;
    const values: (string | number | WktNode)[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined) return null;
      if (CLOSING.has(tokens[at + 1] ?? '')) {
        const child = node(depth + 1);
        if (!child) return null;
        values.push(child);
      } else {
        if (/^[[\](),]$/.test(token)) return null;
        values.push(plainValue(token));
        at++;
      }
      const next = tokens[at++];
      if (next === close) return { keyword: keyword.toUpperCase(), values };
      if (next !== ',') return null;
    }
  };
  const root = node(0);
  return root && at === tokens.length ? root : null;
}

const MAX_DEPTH = 32;
const CLOSING = new Map([
  ['[', ']'],
  ['(', ')'],
]);

function plainValue(token: string): string | number {
  if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
  const number = Number(token);
  return Number.isFinite(number) ? number : token;
}
