import { ProjectRefused } from './project-refused.ts';

/** Deepest nesting; most lists and objects, values in them, and characters of text (UTF-16 units) of what is read. */
const DEEPEST = 100;
const MOST_OBJECTS = 2_000_000;
const MOST_VALUES = 20_000_000;
const MOST_CHARACTERS = 100_000_000;

/**
 * Refuses (ProjectRefused) JSON values that are beyond the limits or hold a member every object has of its own accord
 * (`__proto__`, `constructor`), which strict schemas let pass. `what` names the whole: "The project".
 */
export function checkJson(json: unknown, what: string): void {
  let objects = 0;
  let values = 0;
  let characters = 0;
  const waiting: { readonly within: object; readonly depth: number }[] = [];
  const meet = (value: unknown, depth: number): void => {
    if (typeof value === 'string') characters += value.length;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
    objects++;
    waiting.push({ within: value, depth });
  };
  meet(json, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { within, depth } = next;
    if (depth > DEEPEST)
      throw new ProjectRefused('DAMAGED', `${what} is damaged: it is nested over ${DEEPEST} deep.`);
    if (!Array.isArray(within)) characters += namesLength(within, what);
    const members: readonly unknown[] = Array.isArray(within) ? within : Object.values(within);
    values += members.length;
    for (const member of members) meet(member, depth + 1);
    if (objects > MOST_OBJECTS || values > MOST_VALUES || characters > MOST_CHARACTERS)
      throw new ProjectRefused(
        'TOO_LARGE',
        `${what} is too large: over ${MOST_VALUES / 1e6} million values or ${MOST_CHARACTERS / 1e6} million characters of text.`,
      );
  }
}

function namesLength(within: object, what: string): number {
  let length = 0;
  for (const name of Object.keys(within)) {
    if (name in Object.prototype)
      throw new ProjectRefused('DAMAGED', `${what} is damaged: it may not hold "${name}".`, name);
    length += name.length;
  }
  return length;
}

/** Parses JSON text and checks it as `checkJson` does. Throws ProjectRefused for text that is no JSON. */
export function parseJson(text: string, what: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ProjectRefused('DAMAGED', `${what} is damaged: it is no JSON.`);
  }
  checkJson(json, what);
  return json;
}
