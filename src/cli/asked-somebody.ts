import { DigImpossible } from '../domain/dig/dig-impossible.ts';
import type { PlanQuestion } from '../domain/plan/plan-question.ts';
import { premisesCell } from '../domain/premises/premises-table.ts';
import { currentRecipe, type Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { askedRows } from '../workers/asked-rows.ts';
import type { StudyBench } from '../workers/study-bench.ts';

/**
 * Makes sure that a question asks for somebody. Throws words for a person where it asks for nobody; where that cannot be said,
 * the designs say why. @returns `aside`: which of the ids listed no file has, in words; null where none is
 */
export function* askedSomebody(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { question, words }: { readonly question: PlanQuestion; readonly words: string },
): Generator<WorkStep, { readonly aside: string | null }> {
  const { selection, onlyNotSpots } = question;
  try {
    const { premises, rows } = yield* askedRows(bench, project, { ...question, onlyNotSpots: false });
    if (rows.length === 0) throw new Error(`--select: no premises are of ${words}. Nobody would be served.`);
    const told = onlyNotSpots ? yield* askedRows(bench, project, question) : null;
    if (told?.rows.length === 0)
      throw new Error(
        `--select: none of ${words} is a not-spot of “${currentRecipe(project).name}”. Ask for all of them with --all, or for another definition with --recipe.`,
      );
    if (selection.kind !== 'list') return { aside: null };
    const known = new Set(Array.from(rows, (row) => premisesCell(premises, premises.ids, row).trim()));
    return { aside: asideWords([...new Set(selection.ids)].filter((id) => !known.has(id.trim()))) };
  } catch (error) {
    if (error instanceof DigImpossible) return { aside: null };
    throw error;
  }
}

function asideWords(ids: readonly string[]): string | null {
  if (ids.length === 0) return null;
  const shown = ids.slice(0, MOST_SHOWN).map((id) => `"${id.slice(0, 40)}"`);
  return `Left out: ${counted(ids.length, 'id')} that no premises ${ids.length === 1 ? 'has' : 'have'}: ${shown.join(', ')}${ids.length > MOST_SHOWN ? ' …' : ''}.`;
}

const MOST_SHOWN = 5;
