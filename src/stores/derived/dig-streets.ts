import type { BillOfQuantities } from '../../domain/cost/bill.ts';
import type { Spread } from '../../domain/cost/rate-card.ts';
import { NO_SPREAD, spreadWithout } from '../../domain/cost/spread.ts';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import type { DigGround } from '../../domain/dig/dig-ground.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import type { Barrier } from '../../domain/plan/barrier.ts';
import type { StreetState } from './dig-looks.ts';
import { rememberLast } from './remember-last.ts';
import { sharedNames, streetLabel } from './street-label.ts';
import { streetStates } from './street-states.ts';

/** A street in a dig: what is dug in it, what it costs, what stands in the way, and what a person made of it. */
export interface DigStreet {
  readonly id: string;
  /** Its name, else its id; with its id where another street has the same name. */
  readonly name: string;
  /** Known by its id alone: where a street begins and ends is then not known. */
  readonly isNameless?: boolean;
  readonly state: StreetState | null;
  /** Whether the route uses it. */
  readonly isUsed: boolean;
  /** Metres of the route in it. */
  readonly metres: number;
  readonly surfaces: BillOfQuantities['streets'][number]['surfaces'];
  /** Paid once. */
  readonly pence: Spread;
  /** Paid each year over the rates' term, as it is worth today. */
  readonly running: Spread;
  readonly days: Spread;
  /** On what the route uses of it, or what closes it to the route; where the route has nothing to do with it, all. */
  readonly barriers: readonly Barrier[];
}

/**
 * Streets of the route, dearest first, then those that are blocked, forced, lifted, or closed with a detour around them.
 * `ground` null: names and restrictions of streets that the route does not use may not be known yet.
 */
export const digStreets = rememberLast(
  (
    question: DigQuestion,
    result: DigResult | null,
    bill: BillOfQuantities | null,
    ground: DigGround | null,
  ): readonly DigStreet[] => {
    const known = new Map(ground?.streets.map((street) => [street.id, street]));
    const barriers = new Map(
      [...(ground?.barriers ?? []), ...(result?.barriers ?? [])].map((one) => [one.id, one]),
    );
    const states = streetStates(question, ground?.streets ?? NO_STREETS, ground?.barriers ?? NO_BARRIERS);
    const shared = sharedNames([
      ...(ground?.streets ?? []),
      ...(bill?.streets ?? []).flatMap(({ street, name }) => (street === null ? [] : [{ id: street, name }])),
    ]);
    const closing = (id: string): string[] =>
      (result?.detours ?? []).filter(({ street }) => street === id).map(({ barrier }) => barrier);
    const barriersOf = (ids: readonly string[]): Barrier[] =>
      [...new Set(ids)].flatMap((id) => barriers.get(id) ?? []);
    const used = (bill?.streets ?? []).flatMap((street): DigStreet[] =>
      street.street === null
        ? []
        : [
            {
              id: street.street,
              name: streetLabel({ id: street.street, name: street.name }, shared.has(street.name ?? '')),
              isNameless: street.name === null,
              state: states.get(street.street) ?? null,
              isUsed: true,
              metres: street.metres,
              surfaces: street.surfaces,
              pence: street.capital,
              running: spreadWithout(street.pence, street.capital),
              days: street.days,
              barriers: barriersOf([...street.barriers, ...closing(street.street)]),
            },
          ],
    );
    const listed = new Set(used.map(({ id }) => id));
    const detoured = new Map((result?.detours ?? []).map((one) => [one.street, one]));
    const others = [
      ...new Set([
        ...question.blocked,
        ...question.forced,
        ...question.lifted.map(({ street }) => street),
        ...detoured.keys(),
      ]),
    ].filter((id) => !listed.has(id));
    return [
      ...used,
      ...others.map((id): DigStreet => {
        const detour = detoured.get(id);
        const name = known.get(id)?.name ?? detour?.streetName ?? null;
        return {
          id,
          name: streetLabel({ id, name }, shared.has(name ?? '')),
          state: states.get(id) ?? (detour ? 'protected' : null),
          isUsed: false,
          metres: 0,
          surfaces: [],
          pence: NO_SPREAD,
          running: NO_SPREAD,
          days: NO_SPREAD,
          barriers: barriersOf(detour ? closing(id) : (known.get(id)?.barriers ?? [])),
        };
      }),
    ];
  },
);

const NO_STREETS: DigGround['streets'] = [];
const NO_BARRIERS: readonly Barrier[] = [];
