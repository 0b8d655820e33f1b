import type { DigDesign } from '../domain/dig/dig-design.ts';
import type { DigQuestion } from '../domain/dig/dig-question.ts';
import { USUAL_PASSED_METRES, USUAL_TAKE_UP_PERCENT } from '../domain/dig/usual-question.ts';
import type { Change } from '../domain/project/change.ts';
import { datasetInRole } from '../domain/project/project.ts';
import type { Selection } from '../domain/project/selection.ts';
import { today } from '../domain/project/today.ts';
import type { FibrePoint } from '../domain/streets/fibre-point.ts';
import type { AppContext } from './app-context.ts';
import { withMovedRoot, withOwnRoot } from './edit-roots.ts';
import { findDesign } from './find-design.ts';
import { runDig } from './run-dig.ts';
import { openDesign, openInterventionTopic } from './set-interventions-view.ts';

/** What a new design is asked for; the rest is as usual until a person says otherwise. */
export interface NewDesign {
  /** What the premises are called: "Hollowbeck". */
  readonly of: string;
  readonly selection: Selection;
  readonly onlyNotSpots: boolean;
  /** Fibre points to begin with. */
  readonly rootIds: readonly string[];
}

/** Adds a design as one step of undo and opens it. Returns its id; null where no premises are loaded. */
export function addDesign(
  context: AppContext,
  { of, selection, onlyNotSpots, rootIds }: NewDesign,
): string | null {
  const { project } = context.project.getState();
  const premises = datasetInRole(project, 'premises');
  if (!premises) return null;
  const question: DigQuestion = {
    selection,
    premisesContentId: premises.contentId,
    onlyNotSpots,
    rootIds,
    ownRoots: [],
    aim: { kind: 'serve all' },
    blocked: [],
    forced: [],
    lifted: [],
    worksFrom: today(),
    passed: { kind: 'within', metres: USUAL_PASSED_METRES },
    takeUpPercent: USUAL_TAKE_UP_PERCENT,
  };
  return insert(context, 'Designed', { name: freeName(context, `Dig to ${of}`), question, result: null });
}

/** Adds a design that a file brought and opens it. Its name, and its id, are its own where they are free. Returns its id. */
export function addFoundDesign(context: AppContext, { id, ...design }: DigDesign): string {
  const named = { ...design, name: freeName(context, design.name) };
  return insert(context, 'Opened', findDesign(context, id) ? named : { id, ...named });
}

/** Copies a design with its result, and opens the copy. */
export function copyDesign(context: AppContext, id: string): void {
  const design = findDesign(context, id);
  if (!design) return;
  const { question, result } = design;
  insert(context, 'Copied', { name: freeName(context, `${design.name} (copy)`), question, result });
}

export function renameDesign(context: AppContext, id: string, name: string): void {
  const design = findDesign(context, id);
  if (design && name.trim() !== '' && name.trim() !== design.name)
    replace(context, `Renamed ${design.name}`, { ...design, name: name.trim() });
}

export function removeDesign(context: AppContext, id: string): void {
  const { designs } = context.project.getState().project;
  const at = designs.findIndex((one) => one.id === id);
  if (at < 0) return;
  take(context, `Removed ${designs[at].name}`, { kind: 'remove', list: 'designs', at });
  if (context.view.getState().interventions.designId === id) openDesign(context, null);
}

/**
 * Asks another question of a design, as one step of undo; `label` is what undo says: "Blocked High Street". A design that
 * was worked out before is worked out again at once; its last result is shown as earlier until then.
 */
export function askDesign(context: AppContext, id: string, label: string, edit: Partial<DigQuestion>): void {
  const design = findDesign(context, id);
  if (!design) return;
  const question = { ...design.question, ...edit };
  if (JSON.stringify(question) === JSON.stringify(design.question)) return;
  const { earlier } = context.digs.getState();
  const last = design.result ?? (earlier?.designId === id ? earlier.result : null);
  // It is there before the design is without a result, so that nothing that is shown of it goes away between.
  if (last !== null) context.digs.setState({ earlier: { designId: id, result: last } });
  if (replace(context, label, { ...design, question, result: null }) && last !== null)
    void runDig(context, id);
}

/** Puts a fibre point of a person's own at a place in degrees, to be a root of the design. */
export function addOwnRoot(context: AppContext, id: string, at: Parameters<typeof withOwnRoot>[1]): void {
  const design = findDesign(context, id);
  if (!design) return;
  const { label, edit } = withOwnRoot(design.question, at);
  askDesign(context, id, label, edit);
}

/** Moves a root to a place in degrees. One of a file is replaced by a person's own of the same id. */
export function moveRoot(
  context: AppContext,
  id: string,
  root: FibrePoint,
  to: { readonly lon: number; readonly lat: number },
): void {
  const design = findDesign(context, id);
  if (!design) return;
  const { label, edit } = withMovedRoot(design.question, root, to);
  askDesign(context, id, label, edit);
}

function insert(
  context: AppContext,
  verb: string,
  design: Omit<DigDesign, 'id'> & { readonly id?: string },
): string {
  const { designs } = context.project.getState().project;
  const number = 1 + Math.max(0, ...designs.map(({ id }) => Number(/^dig-(\d+)$/.exec(id)?.[1] ?? 0)));
  const item: DigDesign = { id: `dig-${number}`, ...design };
  const isTaken = take(context, `${verb} ${item.name}`, {
    kind: 'insert',
    list: 'designs',
    at: designs.length,
    item,
  });
  if (isTaken) {
    openInterventionTopic(context, 'dig');
    openDesign(context, item.id);
  }
  return item.id;
}

function replace(context: AppContext, label: string, item: DigDesign): boolean {
  const { designs } = context.project.getState().project;
  const at = designs.findIndex((one) => one.id === item.id);
  return at >= 0 && take(context, label, { kind: 'replace', list: 'designs', at, item });
}

/** False: the work is read-only here, and nothing was changed. */
function take(context: AppContext, label: string, change: Change): boolean {
  const { version } = context.project.getState();
  context.project.getState().change(label, change);
  return context.project.getState().version !== version;
}

/** The name, or the name with the first free number behind it. */
function freeName(context: AppContext, name: string): string {
  const taken = new Set(context.project.getState().project.designs.map((one) => one.name));
  for (let n = 2; taken.has(name); n++) name = `${name.replace(/ \d+$/, '')} ${n}`;
  return name;
}
