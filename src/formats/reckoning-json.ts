import * as v from 'valibot';
import { canonicalJson } from './canonical-json.ts';
import { checkJson } from './check-json.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import { ProjectRefused } from './project-refused.ts';
import { RateCardRefused } from './rate-card-refused.ts';

/** A file of what is reckoned with: a JSON object with format, version and its parts. */
export interface ReckoningFile<Output> {
  /** "notspot-rates" */
  readonly format: string;
  readonly version: number;
  /** "rate card": what it is. */
  readonly what: string;
  readonly schema: v.GenericSchema<unknown, Output>;
}

/** The parts as a file: equal parts give equal text. */
export function writeReckoningJson(
  { format, version }: Pick<ReckoningFile<unknown>, 'format' | 'version'>,
  parts: object,
): string {
  // Parsed again to be spread over lines, for people edit it; the order of members stays the canonical one.
  const file = JSON.parse(canonicalJson({ format, version, ...parts }));
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a JSON file of this kind holds, as its schema has it. Throws RateCardRefused. */
export function readReckoningJson<Output>(
  json: string,
  fileName: string,
  { format, version, what, schema }: ReckoningFile<Output>,
): Output {
  const parsed = parsedJson(json, fileName, what);
  const head = v.safeParse(v.object({ format: v.literal(format), version: v.number() }), parsed);
  if (!head.success)
    throw new RateCardRefused('NOT_RATES', fileName, [
      `this is no ${what}: it has no "format": "${format}" with a version. Save one from Notspot and edit that.`,
    ]);
  if (head.output.version > version)
    throw new RateCardRefused('NEWER', fileName, [
      `it was made with a newer version of Notspot (${what} version ${head.output.version}; this one reads up to ${version}). Reload to get the new version.`,
    ]);
  const result = v.safeParse(schema, parsed);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? what}: ${issue.message}`);
  throw new RateCardRefused('WRONG_FIGURE', fileName, problems.map(sentence));
}

function parsedJson(json: string, fileName: string, what: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    const place = jsonErrorPlace(json);
    const where = place
      ? ` (line ${place.line}, character ${place.column}: ${place.expected} was expected)`
      : '';
    throw new RateCardRefused('NOT_JSON', fileName, [
      `this is no JSON${where}. Put that right and load it again.`,
    ]);
  }
  try {
    // Names that every object has of its own accord would pass the schema.
    checkJson(parsed, `the ${what}`);
  } catch (error) {
    if (!(error instanceof ProjectRefused)) throw error;
    throw new RateCardRefused('WRONG_FIGURE', fileName, [error.message]);
  }
  return parsed;
}

function sentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}
