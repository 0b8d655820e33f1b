import * as v from 'valibot';
import { WAYLEAVES } from '../domain/plan/hub-roof.ts';
import { RADIO_MISSES } from '../domain/plan/radio-design.ts';
import { barrierSchema } from './barrier-schema.ts';
import { lat, lon, placeParts } from './dig-schema.ts';
import { number } from './figure-schema.ts';
import { count, entries, finite, items, text, textOrNull } from './schema-values.ts';

const amount = v.pipe(finite, v.minValue(0));
const azimuth = number({ low: 0, high: 360, unit: 'degrees' });

/** What came of asking an owner for a roof. */
export const wayleave = v.picklist(WAYLEAVES);

const roof = v.strictObject({
  id: text,
  name: text,
  kind: text,
  lon,
  lat,
  antennaMetres: number({ low: -500, high: 10_000, unit: 'm' }),
  above: v.picklist(['ground', 'surface', 'sea']),
  owner: textOrNull,
  isCouncils: v.nullable(v.boolean()),
  wayleave,
  askedOn: textOrNull,
  hasPower: v.nullable(v.boolean()),
  from: v.nullable(v.strictObject({ contentId: text, row: count })),
});

const hub = v.strictObject({
  roof,
  seaMetres: finite,
  backhaul: v.variant('kind', [
    v.strictObject({ kind: v.literal('trench') }),
    v.strictObject({ kind: v.literal('link'), to: text, metres: amount, megabitsPerSecond: amount }),
  ]),
  sectors: entries(v.strictObject({ azimuthDegrees: azimuth, units: count, clients: amount })),
});

const served = v.strictObject({
  ...placeParts,
  hub: count,
  sector: count,
  metres: amount,
  azimuthDegrees: azimuth,
  seaMetres: v.exactOptional(finite),
  megabitsPerSecond: amount,
  marginDecibels: finite,
});

const missed = v.strictObject({
  ...placeParts,
  reason: v.picklist(RADIO_MISSES),
  behind: v.exactOptional(v.strictObject({ roof: text, roofName: text, barrier: text })),
});

/** Rooftop radio to some premises. */
export const radioDesignSchema = v.pipe(
  v.strictObject({
    unit: v.optional(v.picklist(['premises', 'postcodes', 'households'])),
    deviceId: text,
    hubs: entries(hub),
    served: items(served),
    missed: items(missed),
    barriers: items(barrierSchema),
    considered: count,
    barred: count,
    notes: entries(text),
  }),
  v.check(
    ({ hubs, served }) =>
      served.every(({ hub, sector }) => hubs[hub] !== undefined && sector < hubs[hub].sectors.length),
    'Premises are served by a hub or sector that is not there',
  ),
  v.check(({ hubs }) => {
    const roofs = new Set(hubs.map(({ roof: { id } }) => id));
    return (
      roofs.size === hubs.length &&
      hubs.every((one) => one.backhaul.kind === 'trench' || roofs.has(one.backhaul.to))
    );
  }, 'A hub stands twice, or is linked to one that is not there'),
);
