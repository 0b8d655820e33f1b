import type { PlanItem } from '../plan/plan-card.ts';
import type { RoofTerms } from '../plan/roof-terms.ts';
import { dateWords } from '../project/date-words.ts';
import { formulaNumber } from '../project/formula-number.ts';
import type { Built } from './built-together.ts';
import type { StreetWaits } from './street-waits.ts';
import type { WeeksGiven } from './weeks-given.ts';

/** How the weeks come about, at the mid figures: a sentence each, in the order of the work. */
export function weekSteps(
  { hubs, pieces }: Built,
  { card: { items }, connected }: WeeksGiven,
  {
    waits,
    terms,
    days,
    last,
    from,
  }: {
    readonly waits: StreetWaits;
    readonly terms: readonly RoofTerms[];
    /** Days of digging by one gang. */
    readonly days: number;
    /** So many are still to be connected from that week on, which decides. */
    readonly last: number;
    readonly from: number;
  },
): string[] {
  const mid = (item: PlanItem): string => formulaNumber(items[item].value.mid);
  const steps = [`Design and survey: ${weekWords(items.weeksToDesign.value.mid)}.`];
  if (pieces.some(({ method }) => method !== null)) {
    const pace = items.gangsAtOnce.value.mid * items.workingDaysAWeek.value.mid;
    steps.push(
      `Streets: permits ${weekWords(items.weeksForStreetWorksPermit.value.mid)}, then ${formulaNumber(Math.round(days * 10) / 10)} days of digging by ${mid('gangsAtOnce')} at once, ${mid('workingDaysAWeek')} days a week: ${weekWords(days / pace)}.`,
      ...waits.what.map(
        ({ name, count, weeks }) =>
          `Before ${count === 1 ? 'a stretch' : `${count} stretches`} of it: ${name}, ${weekWords(weeks.mid)}, beside the permits; who lies behind waits for that.`,
      ),
      ...waits.shared.map(
        ({ street, promoter, begins, week }) =>
          `${street} is dug together with ${promoter ?? 'others'}, who begin on ${dateWords(begins)}: its stretch waits until week ${formulaNumber(Math.round(week * 10) / 10)}.`,
      ),
    );
  }
  if (hubs.length > 0) {
    const slowest = terms.reduce(
      (worst, { weeks: own }, hub) => ((own?.mid ?? -1) > (terms[worst].weeks?.mid ?? -1) ? hub : worst),
      0,
    );
    steps.push(
      `Roofs, beside the streets: the slowest, ${hubs[slowest].roof.name}, may be worked on after ${terms[slowest].weeks ? weekWords(terms[slowest].weeks.mid) : 'a time that is not known'}.`,
      `Hubs: ${hubs.length}, ${weekWords(items.weeksToBuildHub.value.mid)} each, ${mid('gangsAtOnce')} at once.`,
    );
  }
  const those =
    last > 0 && last < connected && Number.isFinite(from)
      ? ` What decides: ${formulaNumber(last)} of them are ready from week ${formulaNumber(Math.round(from * 10) / 10)} on.`
      : '';
  steps.push(
    `Connecting ${formulaNumber(connected)}, ${mid('connectionsAWeek')} a week, each once its trench or hub is ready.${those}`,
  );
  return steps;
}

/** "3.2 weeks"; what is not nothing and would be 0 is "under 0.1 weeks". */
function weekWords(count: number): string {
  const tenths = Math.round(count * 10) / 10;
  if (tenths === 0 && count > 0) return 'under 0.1 weeks';
  return `${formulaNumber(tenths)} ${tenths === 1 ? 'week' : 'weeks'}`;
}
