import type { Plan, Project } from './project.ts';
import { type LeftOut, withoutConfidential } from './without-confidential.ts';
import { withoutRowValues } from './without-row-values.ts';

/** One thing that leaves the browser with a file or a link. */
export interface LeavingPart {
  readonly kind: 'project' | 'view' | 'file' | 'layer' | 'recipe' | 'need' | 'assumption' | 'plan';
  readonly name: string;
  /** What of it leaves, in words. */
  readonly detail: string;
  /** Rows of data that leave; 0 where only its description does. */
  readonly rows: number;
  /** Bytes of data that leave, before packing; null where none do or nobody has measured them. */
  readonly bytes: number | null;
  /** Marked confidential, and leaving all the same: only where nothing is left out. */
  readonly confidential: boolean;
}

export interface Leaving {
  /** Whether what is marked confidential, and what depends on it, stays behind. */
  readonly leaveOutConfidential: boolean;
  /** Whether values out of rows stay behind (`withoutRowValues`). */
  readonly leaveOutRowValues: boolean;
  /** Bytes of the rows of a file that leave with it; null: they stay; undefined: they leave, not measured. */
  readonly rowBytes: (contentId: string) => number | null | undefined;
  /** The view that leaves with it, in words; null where none does. */
  readonly view: string | null;
}

/** Everything that leaves, and everything that stays behind: what a dialog lists before it happens. */
export function leavingParts(
  project: Project,
  { leaveOutConfidential, leaveOutRowValues, rowBytes, view }: Leaving,
): { readonly parts: readonly LeavingPart[]; readonly leftOut: readonly LeftOut[] } {
  const shared = leaveOutConfidential ? withoutConfidential(project) : { project, leftOut: [] };
  const bare = leaveOutRowValues
    ? withoutRowValues(shared.project)
    : { project: shared.project, leftOut: [] };
  const open = bare.project;
  const part = (kind: LeavingPart['kind'], name: string, detail: string): LeavingPart => ({
    kind,
    name,
    detail,
    rows: 0,
    bytes: null,
    confidential: false,
  });
  const files = open.datasets.map((dataset): LeavingPart => {
    const { fileName, rows, confidential } = dataset;
    const bytes = rowBytes(dataset.contentId);
    const leaves = bytes !== null;
    const detail = leaves
      ? `${rows === 1 ? 'its one row' : `all ${rows.toLocaleString('en-GB')} rows`}, and how they are read`
      : `name, source, columns and the number of rows (${rows.toLocaleString('en-GB')}); no rows`;
    return {
      ...part('file', fileName, detail),
      rows: leaves ? rows : 0,
      bytes: bytes ?? null,
      confidential,
    };
  });
  const layers = open.layers.map((layer) => ({
    ...part('layer', layer.name, 'name, definition and source'),
    confidential: layer.confidential,
  }));
  const parts = [
    part('project', open.name, open.fictional ? 'its name, and that it is fictional' : 'its name'),
    ...(view === null ? [] : [part('view', 'What is on the screen', view)]),
    ...files,
    ...layers,
    ...open.recipes.map(({ name, text }) => part('recipe', name, text)),
    ...(open.need ? [part('need', open.need.column, 'which column weighs need, and how')] : []),
    ...open.assumptions.map(({ text }) => part('assumption', text, 'its words and its source')),
    ...open.plans.map((plan) => part('plan', plan.name, planWords(plan))),
  ];
  return { parts, leftOut: [...shared.leftOut, ...bare.leftOut] };
}

function planWords({ selection, barriers, levers }: Plan): string {
  const rest = `${barriers.length} barriers and ${levers.length} levers`;
  if (selection.kind === 'ward') return `ward ${selection.code}, ${rest}`;
  if (selection.kind === 'shape') return `the outline drawn, ${rest}`;
  const count = selection.kind === 'list' ? selection.ids.length : selection.rows.length;
  return `which ${count.toLocaleString('en-GB')} premises it is for, ${rest}`;
}
