import * as v from 'valibot';
import { BUILT_INTERVENTIONS } from '../domain/plan/intervention.ts';
import { leverSchema } from './barrier-schema.ts';
import { askedParts, digResultSchema } from './dig-schema.ts';
import { number } from './figure-schema.ts';
import { radioDesignSchema, wayleave } from './radio-design-schema.ts';
import { entries, items, text } from './schema-values.ts';

const question = v.strictObject({
  ...askedParts,
  radio: v.strictObject({
    deviceId: text,
    mastMetres: number({ low: 0, high: 100, unit: 'm' }),
    radiusMetres: number({ low: 1, high: 5000, unit: 'm' }),
    leastMegabitsPerSecond: number({ low: 0.001, high: 1e6, unit: 'Mbit/s' }),
    closedRoofs: items(text),
    wayleaves: entries(v.strictObject({ roof: text, wayleave, reason: text })),
  }),
});

const intervention = v.picklist(BUILT_INTERVENTIONS);

const design = v.strictObject({
  kind: intervention,
  trench: v.nullable(digResultSchema),
  radio: v.nullable(radioDesignSchema),
});

const outcome = v.variant('refused', [
  v.strictObject({ kind: intervention, design, refused: v.null() }),
  v.strictObject({ kind: intervention, design: v.null(), refused: text }),
]);

const designs = v.strictObject({
  outcomes: v.pipe(
    v.array(outcome),
    v.check(
      (outcomes) =>
        outcomes.length === BUILT_INTERVENTIONS.length &&
        outcomes.every(
          (one, i) =>
            one.kind === BUILT_INTERVENTIONS[i] && (one.design === null || one.design.kind === one.kind),
        ),
      `One each of ${BUILT_INTERVENTIONS.join(', ')} belongs here`,
    ),
  ),
  madeOf: text,
  asked: v.optional(text),
});

/** A way of fixing the not-spots of a selection. */
export const planSchema = v.strictObject({
  id: text,
  name: text,
  question,
  levers: entries(leverSchema),
  designs: v.nullable(designs),
  chosen: v.pipe(
    entries(intervention),
    v.check((chosen) => new Set(chosen).size === chosen.length, 'An intervention is chosen twice'),
  ),
});
