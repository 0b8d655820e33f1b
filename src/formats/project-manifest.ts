import * as v from 'valibot';
import { parseJson } from './check-json.ts';
import { migrated, PROJECT_SCHEMA } from './project-migrations.ts';
import { ProjectRefused } from './project-refused.ts';
import { count, entries, text } from './schema-values.ts';

/** Version of the .notspot file: which entries it has and what its manifest says. */
export const PROJECT_FILE_VERSION = 1;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const manifestSchema = v.strictObject({
  format: v.literal('notspot'),
  version: v.literal(PROJECT_FILE_VERSION),
  schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  appVersion: v.pipe(text, v.maxLength(100)),
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  projectHash: hash,
  inputsHash: hash,
  leftOut: v.strictObject({ files: count, layers: count }),
  parts: entries(v.strictObject({ path: v.pipe(text, v.maxLength(200)), bytes: count, sha256: hash })),
});

/** What a .notspot file says of itself. `parts`: every other entry but the mark. */
export type ProjectManifest = v.InferOutput<typeof manifestSchema>;

/**
 * Reads a manifest. Throws ProjectRefused: NOT_NOTSPOT for another program's, NEWER for a newer version's (before the
 * rest of it is looked at), else DAMAGED.
 */
export function readManifest(json: string, fileName: string): ProjectManifest {
  const parsed = parseJson(json, `The manifest of ${fileName}`);
  const said = v.safeParse(v.object({ format: v.literal('notspot') }), parsed);
  if (!said.success)
    throw new ProjectRefused('NOT_NOTSPOT', `${fileName} is a zip, but not one that Notspot saved.`);
  const { version, schema } = parsed as { readonly version?: unknown; readonly schema?: unknown };
  if (typeof version === 'number' && version > PROJECT_FILE_VERSION)
    throw new ProjectRefused(
      'NEWER',
      `${fileName} was made with a newer version of Notspot (file version ${version}; this one reads up to ${PROJECT_FILE_VERSION}). Reload to get the new version.`,
      'version',
    );
  if (typeof schema === 'number' && schema > PROJECT_SCHEMA) migrated(null, schema, 'project');
  const result = v.safeParse(manifestSchema, parsed);
  if (result.success) return result.output;
  const part = v.getDotPath(result.issues[0]) ?? 'manifest.json';
  throw new ProjectRefused(
    'DAMAGED',
    `${fileName} is damaged: ${part} in its manifest is not as expected.`,
    part,
  );
}
