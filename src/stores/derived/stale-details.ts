import { madeOfChanges, madeOfParts } from '../../domain/plan/made-of.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Project } from '../../domain/project/project.ts';
import { numberOf } from './count-text.ts';
import { fingerprintNow } from './plan-stale.ts';

/**
 * Which files differ from those that a plan's designs were made of, by name where they are here, and what brings back what it
 * was made with: whole sentences, '' where there is nothing to be said. A plan keeps fingerprints of rates and assumptions, not
 * the figures.
 */
export function staleDetails({ designs, question, levers, ...rest }: Plan, project: Project): string {
  if (!designs) return '';
  const now = fingerprintNow({ designs, question, levers, ...rest }, project);
  const changed = madeOfChanges(designs.madeOf, now);
  const figures = changed.filter((part) => IN_REGISTER.has(part));
  return [
    ...(changed.includes('files') ? fileWords(madeOfParts(designs.madeOf).contents, { now, project }) : []),
    ...(figures.length > 0
      ? [
          `Which figures of ${figures.join(' and ')} differ is not kept with a plan: compare the register with the one that it was made with, or open that one’s file.`,
        ]
      : []),
  ].join(' ');
}

const IN_REGISTER: ReadonlySet<string> = new Set([
  'the rates',
  'what is assumed of roofs, services and funding',
]);

function fileWords(
  before: readonly string[],
  { now, project: { datasets } }: { readonly now: string; readonly project: Project },
): string[] {
  const used = madeOfParts(now).contents;
  const nameOf = (contentId: string) => datasets.find((one) => one.contentId === contentId)?.fileName;
  const gone = before.filter((contentId) => !used.includes(contentId));
  const idle = gone.flatMap((contentId) => nameOf(contentId) ?? []);
  const missing = gone.length - idle.length;
  const added = used.flatMap((contentId) => (before.includes(contentId) ? [] : (nameOf(contentId) ?? [])));
  if (gone.length + added.length === 0) return ['The same files were opened in another order.'];
  return [
    ...(missing > 0
      ? [
          `Of the ${numberOf(before.length, 'file')} that it was made of, ${missing} ${missing === 1 ? 'is' : 'are'} not here in that form: open the same ${missing === 1 ? 'file' : 'files'} to see its sums.`,
        ]
      : []),
    ...(idle.length > 0 ? [`Used then and not now: ${namesOf(idle)}.`] : []),
    ...(added.length > 0 ? [`Used now and not then: ${namesOf(added)}.`] : []),
  ];
}

const MOST_NAMES = 3;

function namesOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
