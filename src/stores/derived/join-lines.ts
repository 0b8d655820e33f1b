import type { LayerRecord } from '../../domain/coverage/layer.ts';
import type { Analysis, JoinReport } from '../../domain/not-spots/analysis.ts';
import type { Project } from '../../domain/project/project.ts';
import { numberOf } from './count-text.ts';

/** How a layer's ids met the premises, in sentences: by which way, how many met, and what did not, with examples. */
export function joinLines(layer: LayerRecord, analysis: Analysis | null): string[] {
  const join = analysis?.joins.find(({ layerId }) => layerId === layer.id);
  if (!join) return [];
  if (join.by === '') return ['Nothing loaded leads from the premises to its codes: choose a column below.'];
  return [
    `Joined by ${join.by}.`,
    `${numberOf(join.matched, 'row')} of the premises met it.`,
    ...line(join.unmatched, 'row of the premises did not', 'rows of the premises did not', {
      examples: join.unmatchedExamples,
    }),
    ...line(join.unused, 'id of the file meets no premises', 'ids of the file meet no premises', {
      examples: join.unusedExamples,
    }),
    ...line(join.ambiguous, 'id stands for more than one thing', 'ids stand for more than one thing', {
      examples: join.ambiguousExamples,
      end: ': joined to none of them',
    }),
    ...line(join.rounded, 'id was rounded by a spreadsheet', 'ids were rounded by a spreadsheet', {
      end: ': not joined. Export them as text',
    }),
    ...line(join.repaired, 'id met', 'ids met', { end: ' only without padding zeros or a ".0"' }),
  ];
}

/** Premises columns by which a layer may be joined; '' leaves it to be found. Empty for layers placed by shapes. */
export function joinChoices(
  layer: LayerRecord,
  project: Project,
  joins: readonly JoinReport[],
): readonly { readonly value: string; readonly label: string }[] {
  const isJoined = layer.joinColumn !== null || joins.some(({ layerId }) => layerId === layer.id);
  const columns = project.datasets.find(({ role }) => role === 'premises')?.columnNames ?? [];
  if (layer.shape === 'polygons' || !isJoined || columns.length === 0) return [];
  const names = new Set(layer.joinColumn === null ? columns : [layer.joinColumn, ...columns]);
  return [
    { value: '', label: 'The one that meets the most ids' },
    ...[...names].map((name) => ({ value: name, label: name })),
  ];
}

function line(
  count: number,
  one: string,
  many: string,
  { examples = [], end = '' }: { readonly examples?: readonly string[]; readonly end?: string },
): string[] {
  if (count === 0) return [];
  const such = examples.length > 0 ? `, such as ${examples.join(', ')}` : '';
  return [`${numberOf(count, one, many)}${such}${end}.`];
}
