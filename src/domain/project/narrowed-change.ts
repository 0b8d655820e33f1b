import type { Change, ProjectLists } from './change.ts';
import type { Project } from './project.ts';

/**
 * The same edit naming only what it touches: a whole project in another's place becomes the items that differ (by
 * identity, as projects share what they did not change). Applied to `project` it gives an equal project; any other kind
 * of change comes back as it is.
 */
export function narrowedChange(project: Project, change: Change): Change {
  if (change.kind !== 'set-project') return change;
  const next = change.project;
  const changes: Change[] = LISTS.flatMap((list) => listChanges(list, project[list], next[list]));
  if (project.name !== next.name || project.fictional !== next.fictional)
    changes.push({ kind: 'set-name', name: next.name, fictional: next.fictional });
  if (project.assumptions !== next.assumptions)
    changes.push({ kind: 'set-assumptions', assumptions: next.assumptions });
  if (project.need !== next.need) changes.push({ kind: 'set-need', need: next.need ?? null });
  if (project.radio !== next.radio) changes.push({ kind: 'set-radio', radio: next.radio ?? null });
  if (project.rates !== next.rates) changes.push({ kind: 'set-rates', rates: next.rates ?? null });
  if (project.planCard !== next.planCard)
    changes.push({ kind: 'set-plan-card', planCard: next.planCard ?? null });
  if (project.view !== next.view) changes.push({ kind: 'set-view', view: next.view });
  return changes.length === 1 ? changes[0] : { kind: 'all', changes };
}

const LISTS: readonly (keyof ProjectLists)[] = [
  'datasets',
  'layers',
  'recipes',
  'plans',
  'sites',
  'devices',
  'designs',
];

type Item = ProjectLists[keyof ProjectLists];

function listChanges(list: keyof ProjectLists, before: readonly Item[], after: readonly Item[]): Change[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const gone = before.length - end - start;
  const come = after.slice(start, after.length - end);
  if (gone === come.length)
    return come.flatMap((item, i): Change[] =>
      item === before[start + i] ? [] : [{ kind: 'replace', list, at: start + i, item }],
    );
  const removed = Array.from({ length: gone }, (): Change => ({ kind: 'remove', list, at: start }));
  const inserted = come.map((item, i): Change => ({ kind: 'insert', list, at: start + i, item }));
  return [...removed, ...inserted];
}
