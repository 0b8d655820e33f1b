import type { DigQuestion } from '../domain/dig/dig-question.ts';
import type { AppContext } from './app-context.ts';
import { askDesign } from './edit-designs.ts';
import { findDesign } from './find-design.ts';

/** A street as a person knows it. */
export interface NamedStreet {
  readonly id: string;
  readonly name: string;
}

/** Lets a street not be dug, or be dug again. What is blocked is not forced. */
export function blockStreet(
  context: AppContext,
  designId: string,
  { id, name }: NamedStreet,
  isBlocked: boolean,
): void {
  change(context, designId, `${isBlocked ? 'Blocked' : 'Unblocked'} ${name}`, ({ blocked, forced }) => ({
    blocked: isBlocked ? [...without(blocked, id), id] : without(blocked, id),
    forced: isBlocked ? without(forced, id) : forced,
  }));
}

/** Has a street dug whether the route needs it or not, or no more. What is forced is not blocked. */
export function forceStreet(
  context: AppContext,
  designId: string,
  { id, name }: NamedStreet,
  isForced: boolean,
): void {
  const label = isForced ? `Had ${name} dug` : `Let ${name} be free`;
  change(context, designId, label, ({ blocked, forced }) => ({
    forced: isForced ? [...without(forced, id), id] : without(forced, id),
    blocked: isForced ? without(blocked, id) : blocked,
  }));
}

/** Lifts what restricts a street, for a reason that is given; null: it stands again. */
export function liftStreet(
  context: AppContext,
  designId: string,
  { id, name }: NamedStreet,
  reason: string | null,
): void {
  const label = reason === null ? `Put the restriction of ${name} back` : `Lifted the restriction of ${name}`;
  change(context, designId, label, ({ lifted }) => {
    const others = lifted.filter(({ street }) => street !== id);
    return { lifted: reason === null ? others : [...others, { street: id, reason: reason.trim() }] };
  });
}

function change(
  context: AppContext,
  designId: string,
  label: string,
  edit: (question: DigQuestion) => Partial<DigQuestion>,
): void {
  const design = findDesign(context, designId);
  if (design) askDesign(context, designId, label, edit(design.question));
}

function without(list: readonly string[], item: string): readonly string[] {
  return list.filter((one) => one !== item);
}
