import type { RoleSuggestion } from '../domain/project/role-suggestion.ts';
import { dateInName } from '../domain/releases/release-date.ts';
import { columnNamed, type SourceTable } from '../domain/tables/source-table.ts';
import { cellText } from '../domain/tables/text-column.ts';
import type { MeasuredBy } from '../domain/terrain/heights-said.ts';

/** What a file of heights seems to measure, by its name and its own words: nothing else tells, and these not surely. */
export function suggestHeights(table: SourceTable): RoleSuggestion {
  const common = { roles: {}, unit: null, layers: [], codeKind: null } as const;
  if (!table.heights) {
    const why = 'A picture without heights: its outline is drawn.';
    return { ...common, role: 'context', why, alternatives: ['table'] };
  }
  const column = columnNamed(table.columns, 'description');
  const byName = kindIn(table.fileName);
  const kind = byName ?? kindIn(column ? cellText(column, 0) : '');
  const said = { kind: kind ?? 'surface', vintage: dateInName(table.fileName) };
  const found = { ...common, role: 'heights', heights: said, alternatives: ['context'] } as const;
  if (kind)
    return {
      ...found,
      why: `Heights of ${KIND_WORDS[kind]}, as its ${byName ? 'name' : 'description'} says.`,
    };
  const message = `Nothing in ${table.fileName} tells surface, bare ground and trees apart: taken for a surface. Put it right below if it is not.`;
  return {
    ...found,
    notes: [{ code: 'HEIGHTS_KIND', outcome: 'note', message, count: 1, examples: [] }],
    why: 'Heights, taken for a surface with its roofs and trees: nothing in the file tells.',
  };
}

const KIND_WORDS: Record<MeasuredBy, string> = {
  surface: 'a surface with its roofs and trees',
  ground: 'the bare ground',
  canopy: 'trees, in metres above the ground',
  assumed: 'a surface that nobody measured',
};

/** Words of a name; canopy stands before the surface that "CDSM" holds too. */
const KINDS: readonly (readonly [RegExp, MeasuredBy])[] = [
  [/(?<![a-z])(?:cdsm|chm|vom|canopy|vegetation|trees?)(?![a-z])/i, 'canopy'],
  [/(?<![a-z])(?:dtm|dem|terrain\d*|ground|bare.?earth)(?![a-z])/i, 'ground'],
  [/(?<![a-z])(?:dsm|surface|first.?return)(?![a-z])/i, 'surface'],
];

function kindIn(words: string): MeasuredBy | null {
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
