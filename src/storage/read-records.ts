import * as v from 'valibot';
import type { Work, WorkEntry } from '../domain/project/work.ts';
import { migrated, PROJECT_SCHEMA } from '../formats/project-migrations.ts';
import { ProjectRefused } from '../formats/project-refused.ts';
import { readChange, readProject, readStep } from '../formats/project-schema.ts';
import type { JournalRecord, ProjectRecord } from './kept-records.ts';

/** Longest text of one record that is read: no work of a person comes near it. */
const MOST_CHARACTERS = 200_000_000;

/** A project's record as the store holds it. Throws ProjectRefused: NEWER or DAMAGED. */
export function readRecord(raw: unknown): ProjectRecord {
  const schema = (raw as { schema?: unknown } | null | undefined)?.schema;
  if (typeof schema === 'number' && schema > PROJECT_SCHEMA)
    throw new ProjectRefused('NEWER', 'This project was made with a newer version of Notspot.', 'schema');
  const result = v.safeParse(recordSchema, raw);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const part = v.getDotPath(issue);
  throw new ProjectRefused(
    'DAMAGED',
    `The record of the project is damaged: ${part ?? 'the whole'} is not as expected.`,
    part,
  );
}

/** The work of a snapshot. `updated`: an earlier form was brought up to date. Throws ProjectRefused. */
export function readWork(raw: unknown): { readonly work: Work; readonly updated: boolean } {
  const result = v.safeParse(snapshotSchema, raw);
  if (!result.success) throw new ProjectRefused('DAMAGED', 'The saved state of the project is damaged.');
  const { text, schema } = result.output;
  const work = workOf(parsed(text, 'The saved state of the project'), schema);
  return { work, updated: schema < PROJECT_SCHEMA };
}

/** The record and the work of a second copy. Throws ProjectRefused. */
export function readCopy(text: string): { readonly record: ProjectRecord; readonly work: Work } {
  const json = parsed(text, 'The copy of the project') as { record?: unknown; work?: unknown } | null;
  const record = readRecord(json?.record);
  return { record, work: workOf(json?.work, record.schema) };
}

function workOf(given: unknown, schema: number): Work {
  const json = given as Record<string, unknown> | null | undefined;
  if (typeof json !== 'object' || json === null || !Array.isArray(json.done) || !Array.isArray(json.undone))
    throw new ProjectRefused('DAMAGED', 'The saved state of the project is damaged: it holds no work.');
  const step = (one: unknown) => {
    const { label, inverse } = (one ?? {}) as { label?: unknown; inverse?: unknown };
    return readStep({ label, inverse: migrated(inverse, schema, 'change') });
  };
  return {
    project: readProject(migrated(json.project, schema, 'project')),
    done: json.done.map(step),
    undone: json.undone.map(step),
  };
}

/** What an entry of the journal says. `schema`: of the snapshot it follows. Throws ProjectRefused. */
export function readEntry({ text }: JournalRecord, schema: number): WorkEntry {
  const json = parsed(text, 'The journal of the project');
  const result = v.safeParse(entrySchema, json);
  if (!result.success) throw new ProjectRefused('DAMAGED', 'The journal of the project is damaged.');
  const entry = result.output;
  if (entry.kind !== 'change' && entry.kind !== 'amend') return entry;
  const change = readChange(migrated(entry.change, schema, 'change'));
  if (entry.kind === 'change') return { ...entry, change };
  if (change.kind !== 'replace')
    throw new ProjectRefused('DAMAGED', 'The journal of the project is damaged.');
  return { kind: 'amend', change };
}

function parsed(text: unknown, what: string): unknown {
  if (typeof text !== 'string') throw new ProjectRefused('DAMAGED', `${what} is damaged: it is no text.`);
  if (text.length > MOST_CHARACTERS)
    throw new ProjectRefused('TOO_LARGE', `${what} is too large to be read.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new ProjectRefused('DAMAGED', `${what} is damaged: it cannot be read.`);
  }
}

const instant = v.pipe(v.string(), v.maxLength(40));
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const recordSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  schema: revision,
  name: v.pipe(v.string(), v.maxLength(10_000)),
  fictional: v.boolean(),
  createdAt: instant,
  changedAt: instant,
  revision,
  writer: v.pipe(v.string(), v.maxLength(64)),
  contents: v.pipe(
    v.array(v.strictObject({ contentId: v.pipe(v.string(), v.maxLength(1000)), hash })),
    v.maxLength(100_000),
  ),
  file: v.nullable(v.strictObject({ at: instant, revision })),
});

const snapshotSchema = v.strictObject({ id: v.string(), schema: revision, revision, text: v.string() });

const entrySchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('change'),
    label: v.string(),
    change: v.unknown(),
  }),
  v.strictObject({ kind: v.literal('amend'), change: v.unknown() }),
  v.strictObject({ kind: v.literal('undo') }),
  v.strictObject({ kind: v.literal('redo') }),
  v.strictObject({ kind: v.literal('forget-steps') }),
]);
