import * as v from 'valibot';
import { LEVELS, rateProblems } from '../domain/cost/check-rate-card.ts';
import { METHODS } from '../domain/cost/rate-card.ts';
import { ITEM_LIMITS, RATE_LIMITS } from '../domain/cost/rate-limits.ts';
import type { FigureLimit } from '../domain/project/figure-limit.ts';
import { SURFACES } from '../domain/streets/surface.ts';
import { number, sourced } from './figure-schema.ts';
import { entries, text, textOrNull } from './schema-values.ts';

/** A rate card of a file or a project. What its messages say follows a file's name and a place. */
export const rateCardSchema = v.pipe(
  v.strictObject({
    id: text,
    name: text,
    priceBase: textOrNull,
    trench: entries(
      v.strictObject({
        surface: v.picklist(SURFACES, `${either(SURFACES)} belongs here`),
        method: v.picklist(METHODS, `${either(METHODS)} belongs here`),
        isAllowed: v.boolean('true or false belongs here'),
        poundsPerMetre: spread(RATE_LIMITS.poundsPerMetre),
        metresPerDay: spread(RATE_LIMITS.metresPerDay),
        carbonKilogramsPerMetre: spread(RATE_LIMITS.carbonKilogramsPerMetre),
      }),
    ),
    items: v.strictObject({
      poundsPerChamber: spread(ITEM_LIMITS.poundsPerChamber),
      metresBetweenChambers: spread(ITEM_LIMITS.metresBetweenChambers),
      poundsPerMetreOfLeadIn: spread(ITEM_LIMITS.poundsPerMetreOfLeadIn),
      poundsPerLeadIn: spread(ITEM_LIMITS.poundsPerLeadIn),
      poundsPerMetreOfCable: spread(ITEM_LIMITS.poundsPerMetreOfCable),
      poundsPerConnection: spread(ITEM_LIMITS.poundsPerConnection),
      poundsPerDayOfPermit: spread(ITEM_LIMITS.poundsPerDayOfPermit),
      poundsPerDayOfTrafficManagement: spread(ITEM_LIMITS.poundsPerDayOfTrafficManagement),
      poundsPerDayOfLaneRental: spread(ITEM_LIMITS.poundsPerDayOfLaneRental),
      percentForDesignAndSurvey: spread(ITEM_LIMITS.percentForDesignAndSurvey),
      poundsPerMetreOfDuctAYear: spread(ITEM_LIMITS.poundsPerMetreOfDuctAYear),
      poundsPerPoleAYear: spread(ITEM_LIMITS.poundsPerPoleAYear),
      percentOfCapitalToMaintainAYear: spread(ITEM_LIMITS.percentOfCapitalToMaintainAYear),
    }),
    crossings: v.strictObject({
      street: crossing(),
      bridge: crossing(),
      tram: crossing(),
      'level crossing': crossing(),
      railway: crossing(),
      water: crossing(),
      motorway: crossing(),
    }),
    termYears: sourced(number(RATE_LIMITS.termYears)),
    discountPercent: sourced(number(RATE_LIMITS.discountPercent)),
  }),
  v.check(
    (card) => rateProblems(card).length === 0,
    (issue) => rateProblems(issue.input)[0]?.text ?? 'this is no rate card',
  ),
);

function spread(limit: FigureLimit) {
  const [low, mid, high] = LEVELS.map(() => number(limit));
  return sourced(v.strictObject({ low, mid, high }));
}

function crossing() {
  return v.nullable(spread(RATE_LIMITS.poundsPerCrossing));
}

/** '"a", "b" or "c"' */
function either(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
