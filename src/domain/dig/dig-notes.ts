import type { Unit } from '../premises/premises-table.ts';
import { dateWords } from '../project/date-words.ts';
import { LEAD_IN_MOST_METRES } from '../streets/attach-places.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { DigQuestion } from './dig-question.ts';
import { unitNote } from './unit-note.ts';

/** Units that are not served and would be joined to a root if a barrier did not close a street. */
export interface BehindBarrier {
  readonly street: string;
  readonly until: string | null;
  readonly units: number;
}

/** How a note begins that says which fibre points could not be used. */
export const NOT_LED = 'Fibre was not led from ';

/** What is to be said of a dig: what was taken for granted, what is not known, and what was asked and could not be done. */
export function digNotes(
  question: DigQuestion,
  network: StreetNetwork,
  found: {
    readonly absent: readonly string[];
    readonly rootsFar: readonly string[];
    readonly impossible: readonly string[];
    readonly isStoppedEarly: boolean;
    readonly unit: Unit;
    readonly behind: readonly BehindBarrier[];
    /** Points with premises that were asked for. */
    readonly asked: number;
    /** Units served by a lead-in to another street than the nearest, which is closed. */
    readonly elsewhere: number;
  },
): string[] {
  const names = new Map(network.streets.map(({ id, name }) => [id, name ?? id]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const notes: string[] = [];
  const ofUnit = unitNote(found.unit);
  if (ofUnit) notes.push(ofUnit);
  const { absent } = found;
  if (absent.length > 0)
    notes.push(
      `${NOT_LED}${listed(absent)}: no file has ${them(absent)}, or ${they(absent)} far from every street.`,
    );
  if (found.rootsFar.length > 0) notes.push(`${NOT_LED}${listed(found.rootsFar)}: no street is near.`);
  if (found.impossible.length > 0)
    notes.push(
      `${listed(found.impossible.map(nameOf))} should be dug and ${found.impossible.length === 1 ? 'is' : 'are'} not: closed, not joined to a root, or in no file.`,
    );
  const strangers = [...question.blocked, ...question.lifted.map(({ street }) => street)].filter(
    (id) => !names.has(id),
  );
  if (strangers.length > 0)
    notes.push(`No file has the ${strangers.length === 1 ? 'street' : 'streets'} ${listed(strangers)}.`);
  for (const { street, until, units } of found.behind)
    notes.push(
      `${units.toLocaleString('en-GB')} of those not served could be reached but for ${nameOf(street)}, ${until === null ? 'which a restriction closes with no end known' : `which a restriction closes until ${dateWords(until)}`}. Lift it, or let works begin later.`,
    );
  if (found.elsewhere > 0)
    notes.push(
      `${found.elsewhere.toLocaleString('en-GB')} of those served ${found.elsewhere === 1 ? 'has' : 'have'} a lead-in to another street than the nearest, which is closed.`,
    );
  if (found.asked > 0) notes.push(LEAD_INS_ASSUMED);
  if (found.isStoppedEarly)
    notes.push('The search was stopped early by the clock: another run may find a cheaper route.');
  return [
    ...notes,
    ...network.report.assumed,
    ...network.report.notKnown.map((what) => `Not known: ${what}.`),
  ];
}

/** For what routes a bound holds. */
const LEAD_INS_ASSUMED = `Each lead-in goes straight to the nearest street that may be dug, at most ${LEAD_IN_MOST_METRES} m (assumed). The best possible is the best of such routes: one with other lead-ins might cost less.`;

/** "a, b and 3 more" */
function listed(names: readonly string[]): string {
  if (names.length > NAMED)
    return `${names.slice(0, NAMED - 1).join(', ')} and ${names.length - NAMED + 1} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const NAMED = 5;

function them(list: readonly unknown[]): string {
  return list.length === 1 ? 'it' : 'them';
}

function they(list: readonly unknown[]): string {
  return list.length === 1 ? 'it lies' : 'they lie';
}
