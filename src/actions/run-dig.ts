import type { DigQuestion } from '../domain/dig/dig-question.ts';
import type { AppContext } from './app-context.ts';
import { findDesign } from './find-design.ts';
import { runStudy } from './run-study.ts';

/**
 * Works a design out: the quick answer first, which is shown at once, then the refined one. Each is put into the design
 * without a step of undo, unless its question has changed meanwhile. Settles when the last of them is in, or none will be.
 */
export async function runDig(context: AppContext, designId: string): Promise<void> {
  const design = findDesign(context, designId);
  if (!design) return;
  context.digs.setState({ runningId: designId });
  const { question } = design;
  if (await answer(context, designId, { question, quick: true }))
    await answer(context, designId, { question, quick: false });
}

/** Refines the quick answer that a design has. */
export async function refineDig(context: AppContext, designId: string): Promise<void> {
  const design = findDesign(context, designId);
  if (!design) return;
  context.digs.setState({ runningId: designId });
  const { question } = design;
  await answer(context, designId, { question, quick: false });
  const after = findDesign(context, designId)?.result;
  // Neither cancelled nor failed refining is begun again by itself.
  if (after?.isQuick && context.studies.dig.getState().status !== 'working')
    context.digs.setState({ leftQuick: after });
}

/** Asks for one answer and puts it into the design. False: there is none, or it is of no use any more. */
async function answer(
  context: AppContext,
  designId: string,
  asked: { readonly question: DigQuestion; readonly quick: boolean },
): Promise<boolean> {
  await runStudy(context, 'dig', asked);
  const { status, answer: result, answered } = context.studies.dig.getState();
  if (status !== 'ready' || !result || answered?.question !== asked) return false;
  const { project, amend } = context.project.getState();
  const at = project.designs.findIndex((one) => one.id === designId);
  const design = project.designs[at];
  if (!design || JSON.stringify(design.question) !== JSON.stringify(asked.question)) return false;
  amend({ kind: 'replace', list: 'designs', at, item: { ...design, result } });
  const { earlier } = context.digs.getState();
  if (earlier?.designId === designId) context.digs.setState({ earlier: null });
  return true;
}
