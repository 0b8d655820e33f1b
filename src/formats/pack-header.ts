import * as v from 'valibot';
import type { Project } from '../domain/project/project.ts';
import type { PackedGeometry } from './pack-geometry.ts';
import type { PackedText } from './pack-text.ts';
import { type PackedHeights, packedHeightsSchema } from './packed-heights.ts';
import { projectParts } from './project-schema.ts';
import { count, text } from './schema-values.ts';

/** What a pack's JSON header says: the project, and where each file's columns lie in the body. */
export interface PackHeader {
  readonly project: Project;
  readonly contents: readonly {
    readonly contentId: string;
    readonly fileName: string;
    readonly format: string;
    readonly rows: number;
    readonly headerAssumed: boolean;
    readonly columns: readonly { readonly name: string; readonly text: PackedText }[];
    readonly geometry: PackedGeometry;
    readonly heights?: PackedHeights;
  }[];
}

/** Parses and checks a header; throws a plain-worded Error naming the part that is wrong. */
export function readPackHeader(bytes: Uint8Array): PackHeader {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), refusePrototypes);
  } catch (error) {
    throw new Error('The pack is damaged: its header cannot be read.', { cause: error });
  }
  const result = v.safeParse(headerSchema, json);
  if (!result.success) {
    const issue = result.issues[0];
    throw new Error(
      `The pack is damaged: ${v.getDotPath(issue) ?? 'its header'} is not as expected (${issue.message}).`,
    );
  }
  const header: PackHeader = result.output;
  checkReferences(header);
  return header;
}

function refusePrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Error('A header may not hold "__proto__".');
  return value;
}

function checkReferences({ project, contents }: PackHeader): void {
  const known = new Set(contents.map((content) => content.contentId));
  if (known.size !== contents.length)
    throw new Error('The pack is damaged: two of its files have the same name within it.');
  for (const { contentId } of [...project.datasets, ...project.layers]) {
    if (!known.has(contentId))
      throw new Error(`The pack is damaged: the project speaks of "${contentId}", which is not in it.`);
  }
  if (!project.recipes.some((recipe) => recipe.id === project.view.recipeId)) {
    throw new Error('The pack is damaged: the project shows a recipe it does not hold.');
  }
}

const block = v.strictObject({
  at: count,
  bytes: count,
  items: count,
  as: v.picklist(['bytes', 'u8', 'u16', 'u32', 'i32', 'steps']),
});

const plainText = v.strictObject({ encoding: v.literal('plain'), bytes: block, lengths: block });
const flatText = v.variant('encoding', [
  plainText,
  v.strictObject({ encoding: v.literal('dictionary'), words: plainText, index: block }),
  v.strictObject({ encoding: v.literal('integers'), numbers: block }),
]);
const packedText = v.variant('encoding', [
  ...flatText.options,
  v.strictObject({ encoding: v.literal('halves'), head: flatText, tail: flatText }),
]);

const packedGeometry = v.strictObject({
  points: v.nullable(v.strictObject({ row: block, coordinates: block })),
  lines: v.nullable(v.strictObject({ row: block, lineStarts: block, coordinates: block })),
  polygons: v.nullable(
    v.strictObject({ row: block, polygonStarts: block, ringStarts: block, coordinates: block }),
  ),
});

// A pack is a borough to start from, or what joins one: nobody has planned anything in it yet.
const nothing = v.optional(v.array(v.never()), []);
const project = v.strictObject({
  ...v.omit(v.strictObject(projectParts), ['radio', 'rates', 'planCard']).entries,
  plans: nothing,
  sites: v.optional(projectParts.sites, []),
  devices: nothing,
  designs: nothing,
});

const headerSchema = v.strictObject({
  project,
  contents: v.array(
    v.strictObject({
      contentId: text,
      fileName: text,
      format: text,
      rows: count,
      headerAssumed: v.boolean(),
      columns: v.array(v.strictObject({ name: text, text: packedText })),
      geometry: packedGeometry,
      heights: v.optional(packedHeightsSchema),
    }),
  ),
});
