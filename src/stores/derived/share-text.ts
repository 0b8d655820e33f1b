import type { LeavingPart } from '../../domain/project/leaving-parts.ts';
import type { LeftOut } from '../../domain/project/left-out.ts';
import type { Project } from '../../domain/project/project.ts';
import { withoutConfidential } from '../../domain/project/without-confidential.ts';
import { numberOf } from './count-text.ts';
import { sizeWords } from './size-words.ts';

/** How long a link is, and what that means for sending it. */
export function linkLengthWords(characters: number): string {
  const length = `${numberWords(characters)} characters.`;
  const limit = 'Notspot opens links of up to 100,000.';
  return characters > SHORT_LINK
    ? `${length} Many mail programs cut links at ${numberWords(SHORT_LINK)}: send it by chat or in a document, or share a file. ${limit}`
    : `${length} Short enough for most mail programs, many of which cut links at ${numberWords(SHORT_LINK)}.`;
}

/** The files whose rows could go along in a link, and how much that is; null where there are none. */
export function rowsToTick(project: Project): { readonly names: string; readonly size: string } | null {
  const { datasets } = withoutConfidential(project).project;
  if (datasets.length === 0) return null;
  const rows = datasets.reduce((sum, dataset) => sum + dataset.rows, 0);
  const bytes = datasets.reduce((sum, dataset) => sum + dataset.report.bytes, 0);
  const files = datasets.map(({ fileName }) => fileName);
  const names =
    files.length <= 3
      ? files.join(', ')
      : `${files.slice(0, 2).join(', ')} and ${files.length - 2} more files`;
  return { names, size: `${numberOf(rows, 'row')}${bytes > 0 ? `, ${sizeWords(bytes)} as read` : ''}` };
}

/** One kind of thing that leaves. */
export interface LeavingGroup {
  readonly title: string;
  /** What leaves of each of them, where that is the same; else null, and each line says it. */
  readonly common: string | null;
  readonly lines: readonly { readonly key: string; readonly name: string; readonly detail: string }[];
}

/** Everything that leaves, by kind, in the order in which a person would ask. */
export function leavingGroups(parts: readonly LeavingPart[], way: 'link' | 'file'): readonly LeavingGroup[] {
  const groups = new Map<string, LeavingGroup['lines'][number][]>();
  for (const [i, { kind, name, detail, bytes }] of parts.entries()) {
    const title = KIND_TITLES[kind];
    const lines = groups.get(title) ?? [];
    groups.set(title, lines);
    const size = bytes === null ? '' : ` (${sizeWords(bytes)} before packing)`;
    const [own, ...rest] = detail.split('; ');
    lines.push({ key: `${i}`, name, detail: [`${own}${size}`, ...rest].join('; ') });
  }
  const sums =
    way === 'link'
      ? 'the version of Notspot, and checksums (SHA-256) of each file’s data, of all data and of the project'
      : 'the version of Notspot, the time of saving, checksums (SHA-256) of each file’s data, of all data and of the project, and how many files and layers were left out';
  return [
    ...[...groups].map(([title, lines]) => groupOf(title, lines)),
    { title: 'Also', common: null, lines: [{ key: 'also', name: sums, detail: '' }] },
  ];
}

/** What is the same of each of several lines, all of it or what follows the first ';', is said once. */
function groupOf(title: string, lines: LeavingGroup['lines']): LeavingGroup {
  if (lines.length < 3) return { title, common: null, lines };
  for (const cut of [0, 1]) {
    const split = lines.map(({ detail }) => detail.split('; '));
    const [common, ...others] = split.map((parts) => parts.slice(cut).join('; '));
    if (common === '' || others.some((other) => other !== common)) continue;
    const left = split.map((parts) => parts.slice(0, cut).join('; '));
    return {
      title,
      common: `Of each: ${common}`,
      lines: lines.map((line, i) => ({ ...line, detail: left[i] })),
    };
  }
  return { title, common: null, lines };
}

/** Warns where the project cannot leave under its own name; null where it can. */
export function hiddenNameWords(leftOut: readonly LeftOut[]): string | null {
  const found = leftOut.find(({ kind }) => kind === 'name');
  return found ? `The name of your project stays here: ${found.why}.` : null;
}

/** What is left out, and why. */
export function leftOutLines(
  leftOut: readonly LeftOut[],
): readonly { readonly key: string; readonly name: string; readonly why: string }[] {
  return leftOut.map(({ kind, name, why }, i) => ({
    key: `${i}`,
    name: `${LEFT_OUT_WORDS[kind]} ${name}`,
    why,
  }));
}

/** What never leaves in this way, whatever the work holds. */
export function staysLines(
  { parts }: { readonly parts: readonly LeavingPart[] },
  way: 'link' | 'file',
): readonly string[] {
  const hasRows = parts.some(({ rows }) => rows > 0);
  return [
    ...(hasRows ? [] : ['All rows of data']),
    'The steps of undo and redo',
    ...(way === 'file' ? ['What is on the screen: page, ward, map'] : []),
    'Your other projects and settings',
  ];
}

/** What became of a file for others. */
export function sharedFileWords(
  outcome:
    | {
        readonly state: 'saved';
        readonly fileName: string;
        readonly bytes: number;
        readonly isCertain: boolean;
      }
    | { readonly state: 'cancelled' },
): string {
  if (outcome.state === 'cancelled') return 'Not saved. Nothing left this browser.';
  const { fileName, bytes, isCertain } = outcome;
  const named = `${fileName} (${sizeWords(bytes)})`;
  return isCertain ? `Saved as ${named}.` : `Handed to the browser as ${named}: look among its downloads.`;
}

/** Longer links are cut by many mail programs. */
const SHORT_LINK = 2000;

const KIND_TITLES: Record<LeavingPart['kind'], string> = {
  project: 'Project',
  view: 'View',
  file: 'Files',
  layer: 'Layers',
  recipe: 'Definitions',
  need: 'Need',
  assumption: 'Assumptions',
  plan: 'Plans',
  site: 'Rooftop sites',
  device: 'Radios',
  radio: 'Radio',
  design: 'Digs',
  rates: 'Rates',
  'plan card': 'Plan card',
};

const LEFT_OUT_WORDS: Record<LeftOut['kind'], string> = {
  file: 'File',
  layer: 'Layer',
  recipe: 'Definition',
  need: 'Need by',
  extent: 'Extent of',
  'live-list': 'List of live postcodes for',
  release: 'Later release of',
  plan: 'Plan',
  site: 'Rooftop site',
  device: 'Radio',
  design: 'Dig',
  answer: 'Answer of the dig',
  designs: 'Designs of the plan',
  rates: 'Rates',
  'plan card': 'Plan card',
  assumption: 'Assumption',
  note: 'A note:',
  name: 'The project’s name',
  view: 'Of the view:',
};

function numberWords(number: number): string {
  return number.toLocaleString('en-GB');
}
