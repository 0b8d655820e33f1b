import type { LayerRecord } from '../coverage/layer.ts';
import type { DigDesign } from '../dig/dig-design.ts';
import type { Plan } from '../plan/plan.ts';
import type { RowFilter } from '../tables/rows-where.ts';
import type { LeftOut } from './left-out.ts';
import type { DatasetRecord, Project } from './project.ts';
import type { Selection } from './selection.ts';
import { withoutConfidential } from './without-confidential.ts';
import { withoutRowValues } from './without-row-values.ts';

/** One thing that leaves the browser with a file or a link. */
export interface LeavingPart {
  readonly kind:
    | 'project'
    | 'view'
    | 'file'
    | 'layer'
    | 'recipe'
    | 'need'
    | 'assumption'
    | 'plan'
    | 'site'
    | 'device'
    | 'radio'
    | 'design'
    | 'rates'
    | 'plan card';
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
    return {
      ...part('file', fileName, fileWords(dataset, leaves)),
      rows: leaves ? rows : 0,
      bytes: bytes ?? null,
      confidential,
    };
  });
  const layers = open.layers.map((layer) => ({
    ...part('layer', layer.name, layerWords(layer)),
    confidential: layer.confidential,
  }));
  const parts = [
    part(
      'project',
      open.name,
      `its name, ${open.fictional ? 'that it is fictional, ' : ''}and which definition is in force`,
    ),
    ...(view === null ? [] : [part('view', 'What is on the screen', view)]),
    ...files,
    ...layers,
    ...open.recipes.map(({ name, text }) => part('recipe', name, text)),
    ...(open.need ? [part('need', open.need.column, needWords(open.need.where))] : []),
    ...open.assumptions.map(({ text }) => part('assumption', text, 'its words and its source')),
    ...open.plans.map((plan) => part('plan', plan.name, planWords(plan))),
    ...open.sites.map(({ name }) =>
      part('site', name, 'where it stands, how high, who lets the roof, and what is said of its consents'),
    ),
    ...(open.radio
      ? [
          part(
            'radio',
            'What links are reckoned with',
            'the device in use, rain, air and margins, and where each is from',
          ),
        ]
      : []),
    ...open.designs.map((design) => part('design', design.name, designWords(design))),
    ...(open.rates
      ? [part('rates', open.rates.name, 'all its rates, low, middle and high, and their sources')]
      : []),
    ...(open.planCard
      ? [
          part(
            'plan card',
            open.planCard.name,
            'all its figures, low, middle and high, claims and their sources',
          ),
        ]
      : []),
    ...open.devices.map(({ name }) => part('device', name, 'all its figures and their sources')),
  ];
  return { parts, leftOut: [...shared.leftOut, ...bare.leftOut] };
}

function fileWords(dataset: DatasetRecord, withRows: boolean): string {
  const { rows, suggestion, heights, metresPerLevel, designation } = dataset;
  const number = rows.toLocaleString('en-GB');
  const filters = suggestion?.layers.flatMap(({ where }) => where ?? []) ?? [];
  const values =
    filters.length > 0 ? `, but values that could tell layers apart (${filterWords(filters)})` : '';
  const leaving = !withRows
    ? `no rows of ${number}${values}`
    : rows === 1
      ? 'its one row'
      : `all ${number} rows`;
  const said = heights || metresPerLevel !== undefined ? ', what its heights are said to be' : '';
  const shows = designation ? ', what protected land it is said to show' : '';
  return `${leaving}${said}${shows}; name, format, source, number of rows, columns and what they mean, what it was taken for, and the report on its reading`;
}

function layerWords({ where = [] }: LayerRecord): string {
  const rows = where.length > 0 ? `; only rows where ${filterWords(where)}` : '';
  return `name, operator, column, definition, source and how far it speaks${rows}`;
}

function needWords(where: readonly RowFilter[]): string {
  const rows = where.length > 0 ? `; only rows where ${filterWords(where)}` : '';
  return `which column weighs need, and how${rows}`;
}

/** Each different filter once, its values in full: they are cells of the file. */
function filterWords(filters: readonly RowFilter[]): string {
  const words = filters.map(({ column, values }) => `${column} is ${values.join(' or ')}`);
  return [...new Set(words)].join(', ');
}

function planWords({ question, levers, designs }: Plan): string {
  const asked =
    'what was asked: whom to serve, where fibre comes from, streets closed or forced, roofs closed and owners said to be willing or not with reasons, which radio and how far, when and by which rules; what is chosen';
  const pulled = `${levers.length} ${levers.length === 1 ? 'lever' : 'levers'} with all that is said of them`;
  const answer = designs
    ? '; its designs: roofs, links and sectors, routes along streets with what each piece costs, premises served and not with their ids and places, what stands in the way, and notes'
    : '';
  return `${selectionWords(question.selection)}; ${asked}; ${pulled}${answer}`;
}

function designWords({ question, result }: DigDesign): string {
  const asked =
    'what was asked: whom to serve, where fibre comes from, streets closed, forced or opened with reasons, when and by which rules';
  const answer = result
    ? '; the answer: its route along streets with what each piece costs, premises served and not with their ids and places, what stands in its way, how it was searched, and notes'
    : '';
  return `${selectionWords(question.selection)}; ${asked}${answer}`;
}

function selectionWords(selection: Selection): string {
  if (selection.kind === 'ward') return `ward ${selection.code}`;
  if (selection.kind === 'shape') return 'the outline drawn';
  const count = selection.kind === 'list' ? selection.ids.length : selection.rows.length;
  return `which ${count.toLocaleString('en-GB')} premises it is for`;
}
