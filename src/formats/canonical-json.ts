/**
 * The one JSON text of a value: members sorted by their names' UTF-16 units, no blanks, members that are undefined left
 * out, flat arrays of numbers as lists. Equal values give equal text on every machine; −0 is written 0. Throws RangeError
 * for what JSON cannot say: NaN, infinities, functions, an undefined in a list, lists and objects nested over 200 deep.
 */
export function canonicalJson(value: unknown): string {
  return written(value, 0);
}

function written(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new RangeError(`A value nested over ${DEEPEST} deep cannot be written as JSON.`);
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as JSON.`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new RangeError(`A ${typeof value} cannot be written as JSON.`);
  if (ArrayBuffer.isView(value)) return list(Array.from(value as Uint32Array | Float64Array), depth);
  if (Array.isArray(value)) return list(value, depth);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new RangeError('Only plain objects can be written as JSON.');
  const members: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${written(member, depth + 1)}`);
  }
  return `{${members.join(',')}}`;
}

function list(items: readonly unknown[], depth: number): string {
  return `[${items.map((item) => written(item, depth + 1)).join(',')}]`;
}

const DEEPEST = 200;
