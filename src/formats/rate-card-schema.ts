import * as v from 'valibot';
import { METHODS, RATE_ITEMS, type RateItem } from '../domain/cost/rate-card.ts';
import { SURFACES } from '../domain/streets/surface.ts';
import { sourced } from './device-schema.ts';
import { entries, finite, text, textOrNull } from './schema-values.ts';

const amount = v.pipe(finite, v.minValue(0, 'a number from 0 belongs here'));

/** Low ≤ mid ≤ high, each from 0. */
export const spreadSchema = v.pipe(
  v.strictObject({ low: amount, mid: amount, high: amount }),
  v.check(({ low, mid, high }) => low <= mid && mid <= high, 'low ≤ mid ≤ high belongs here'),
);

const sourcedSpread = sourced(spreadSchema);
const pace = sourced(
  v.pipe(
    spreadSchema,
    v.check(({ low }) => low > 0, 'a pace above 0 belongs here'),
  ),
);

const trenchRate = v.strictObject({
  surface: v.picklist(SURFACES),
  method: v.picklist(METHODS),
  isAllowed: v.boolean(),
  poundsPerMetre: sourcedSpread,
  metresPerDay: pace,
  carbonKilogramsPerMetre: sourcedSpread,
});

const items = Object.fromEntries(RATE_ITEMS.map((item) => [item, sourcedSpread])) as Record<
  RateItem,
  typeof sourcedSpread
>;
const crossing = v.nullable(sourcedSpread);

/** What works cost, as a project and a file of rates hold it. */
export const rateCardSchema = v.strictObject({
  id: text,
  name: text,
  priceBase: textOrNull,
  trench: v.pipe(
    entries(trenchRate),
    v.check((rates) => isEachOnce(rates), 'a surface and method stand here twice'),
  ),
  items: v.strictObject(items),
  crossings: v.strictObject({
    street: crossing,
    bridge: crossing,
    tram: crossing,
    'level crossing': crossing,
    railway: crossing,
    water: crossing,
    motorway: crossing,
  }),
  termYears: sourced(
    v.pipe(finite, v.integer(), v.minValue(1, 'a whole number of years from 1 belongs here')),
  ),
  discountPercent: sourced(amount),
});

function isEachOnce(rates: readonly { readonly surface: string; readonly method: string }[]): boolean {
  return new Set(rates.map(({ surface, method }) => `${surface}, ${method}`)).size === rates.length;
}
