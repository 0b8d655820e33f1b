import type { DigDesign, DigResult } from '../domain/dig/dig-design.ts';
import type { AppContext } from './app-context.ts';

/** The design of that id; null where it is not there (any more). */
export function findDesign(context: AppContext, id: string | null): DigDesign | null {
  return context.project.getState().project.designs.find((one) => one.id === id) ?? null;
}

/** The design that is open; null: none is. */
export function openedDesign(context: AppContext): DigDesign | null {
  return findDesign(context, context.view.getState().interventions.designId);
}

/** What is to be shown of a design: its result, or the last one before its question changed. */
export function shownResult(
  context: AppContext,
  design: DigDesign,
): { readonly result: DigResult; readonly isEarlier: boolean } | null {
  if (design.result) return { result: design.result, isEarlier: false };
  const { earlier } = context.digs.getState();
  return earlier?.designId === design.id ? { result: earlier.result, isEarlier: true } : null;
}
