import type { DigDesign } from '../domain/dig/dig-design.ts';
import type { AppContext } from './app-context.ts';
import { findDesign } from './find-design.ts';
import { runStudy } from './run-study.ts';

/**
 * Works a design out: the quick answer first, which is shown at once, then the refined one. Each is put into the design
 * without a step of undo, unless its question has changed meanwhile. Settles when the last of them is in, or none will be.
 */
export async function runDig(context: AppContext, designId: string): Promise<void> {
  const design = findDesign(context, designId);
  if (design && (await answer(context, design, true))) await refineDig(context, designId);
}

/** Refines the quick answer that a design has. */
export async function refineDig(context: AppContext, designId: string): Promise<void> {
  const design = findDesign(context, designId);
  if (design) await answer(context, design, false);
}

/** Ends the work on a design whose question is no longer the one that is being answered: it was undone, or removed. */
export function dropOvertakenDig(context: AppContext): void {
  const { run } = context.digs.getState();
  const { status, cancel } = context.studies.dig.getState();
  if (!run || status !== 'working') return;
  if (findDesign(context, run.designId)?.question !== run.question) cancel?.();
}

/** Asks for one answer and puts it into the design. False: there is none, or it is of no use any more. */
async function answer(context: AppContext, { id, question }: DigDesign, quick: boolean): Promise<boolean> {
  const asked = { question, quick };
  context.digs.setState({ run: { designId: id, question } });
  await runStudy(context, 'dig', asked);
  const { status, answer: result, answered } = context.studies.dig.getState();
  if (status !== 'ready' || !result || answered?.question !== asked) return false;
  const { project, amend } = context.project.getState();
  const at = project.designs.findIndex((one) => one.id === id);
  const design = project.designs[at];
  if (!design || JSON.stringify(design.question) !== JSON.stringify(question)) return false;
  amend({ kind: 'replace', list: 'designs', at, item: { ...design, result } });
  const { earlier } = context.digs.getState();
  if (earlier?.designId === id) context.digs.setState({ earlier: null });
  return true;
}
