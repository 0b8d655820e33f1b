import type { ChosenPremises } from '../../domain/dig/chosen-premises.ts';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import type { DigGround } from '../../domain/dig/dig-ground.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import { count, percentPoints } from '../../domain/not-spots/headline.ts';
import { dateWords } from '../../domain/project/date-words.ts';
import { numberOf } from './count-text.ts';
import { aimWords, chosenWords, type SelectionNames, selectionWords } from './dig-asked-text.ts';

/** A part of what a dig was asked for, in words. */
export interface AskedLine {
  readonly name: string;
  readonly value: string;
  /** A person said so; no source stands behind it. */
  readonly isAssumed: boolean;
}

/** What a dig is asked; a plan has no aim and lifts nothing itself. */
export type AskedQuestion = Omit<DigQuestion, 'aim' | 'lifted'> &
  Partial<Pick<DigQuestion, 'aim' | 'lifted'>>;

/**
 * What a dig was asked for, whole, as it stands on paper.
 * @param known `chosen` null: premises are not counted yet; `ground` null: streets are not looked at yet, and go by their ids
 */
export function digAskedLines(
  question: AskedQuestion,
  result: Pick<DigResult, 'roots'>,
  known: {
    readonly names: SelectionNames;
    readonly chosen: ChosenPremises | null;
    readonly ground: Pick<DigGround, 'streets' | 'fibrePoints'> | null;
  },
): readonly AskedLine[] {
  const { selection, onlyNotSpots, blocked, forced, lifted = [], passed } = question;
  const nameOf = new Map(known.ground?.streets.map(({ id, name }) => [id, name ?? id]));
  const named = (ids: readonly string[]): string => ids.map((id) => nameOf.get(id) ?? id).join(', ');
  const counted = known.chosen ? ` ${chosenWords(known.chosen, onlyNotSpots)}` : '';
  const lines = [
    {
      name: 'Whom it is to reach',
      value: `${onlyNotSpots ? 'Not-spots of the definition in force among the' : 'All'} premises of ${selectionWords(selection, known.names)}.${counted}`,
    },
    { name: 'Aim', value: question.aim ? `${aimWords(question.aim)}.` : '' },
    { name: 'Where fibre can come from', value: rootsValue(question, result, known.ground) },
    { name: 'Works begin', value: dateWords(question.worksFrom) },
    {
      name: 'Premises count as passed',
      value:
        passed.kind === 'within'
          ? `within ${numberOf(passed.metres, 'metre')} of the trench`
          : 'with a lead-in',
      isAssumed: true,
    },
    { name: 'Take-up', value: `${percentPoints(question.takeUpPercent)} % of those served`, isAssumed: true },
    { name: 'Must not be dug', value: named(blocked) },
    { name: 'Must be dug', value: named(forced) },
    {
      name: 'Restriction lifted',
      value: lifted.map(({ street, reason }) => `${named([street])} (${reason})`).join('; '),
    },
  ];
  return lines
    .filter(({ value }) => value !== '')
    .map(({ name, value, isAssumed = false }) => ({ name, value, isAssumed }));
}

/** "20 of 152 fibre points; the route begins at A and B." */
function rootsValue(
  { rootIds, ownRoots }: Pick<DigQuestion, 'rootIds' | 'ownRoots'>,
  { roots }: Pick<DigResult, 'roots'>,
  ground: Pick<DigGround, 'fibrePoints'> | null,
): string {
  const may = new Set([...rootIds, ...ownRoots.map(({ id }) => id)]);
  const all = new Set([...may, ...(ground?.fibrePoints ?? []).map(({ point }) => point.id)]);
  const own = ownRoots.length === 0 ? '' : `, ${count(ownRoots.length)} of them placed or moved by hand`;
  const from = roots.map(({ name }) => name).join(', ');
  const of = ground ? `${count(may.size)} of ` : '';
  return `${of}${numberOf(ground ? all.size : may.size, 'fibre point')}${own}${from ? `; the route begins at ${from}` : ''}`;
}
