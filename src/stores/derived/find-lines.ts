import type { FindAnswer, FindResult } from '../../domain/find/find-result.ts';
import { numberOf } from './count-text.ts';

/** A search as its list shows it. */
export interface FindLines {
  /** "Postcode M15 4AB." */
  readonly understood: string;
  readonly problem: string;
  readonly lines: readonly FindLine[];
  /** "and 48 more: add a word or a number"; '' where all are listed. */
  readonly more: string;
  /** For those who hear it. */
  readonly said: string;
}

export interface FindLine {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
}

/** A search ready to print. `answer` null: no file is loaded. */
export function findLines(answer: FindAnswer | null): FindLines {
  if (!answer) {
    const problem = 'There is nothing to look through yet. Drop in wards, premises or postcodes first.';
    return { understood: '', problem, lines: [], more: '', said: problem };
  }
  const { understood, problem, results, total } = answer;
  const left = total - results.filter((result) => result.kind !== 'postcodes').length;
  const found =
    results.length === 0 ? '' : `${numberOf(total, 'result')}. Up and down arrows choose, Enter opens.`;
  return {
    understood,
    problem,
    lines: results.map((result, i) => ({
      key: `${i} ${result.title}`,
      kind: KINDS[result.kind],
      title: result.title,
      detail: result.detail,
    })),
    more: left > 0 && problem === '' ? `and ${numberOf(left, 'more', 'more')}: add a word or a number` : '',
    said: [understood, problem, found].filter(Boolean).join(' '),
  };
}

const KINDS: Record<FindResult['kind'], string> = {
  ward: 'Ward',
  area: 'Area',
  postcodes: 'Postcodes',
  postcode: 'Postcode',
  premises: 'Premises',
  place: 'Place',
  coordinate: 'Place',
};
