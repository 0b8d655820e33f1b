import * as v from 'valibot';
import { RADIO_LIMITS } from '../domain/radio/radio-limits.ts';
import { number, sourced } from './figure-schema.ts';
import { entries, text, textOrNull } from './schema-values.ts';

/** A rooftop site as a project holds it. */
export const siteSchema = v.strictObject({
  id: text,
  name: text,
  lon: number({ low: -180, high: 180, unit: 'degrees' }),
  lat: number({ low: -90, high: 90, unit: 'degrees' }),
  antennaMetres: number({ low: -500, high: 10_000, unit: 'm' }),
  above: v.picklist(['ground', 'surface', 'sea']),
  fromContentId: textOrNull,
  owner: textOrNull,
  overrides: entries(v.strictObject({ rule: text, applies: v.boolean(), reason: text })),
});

/** What links are reckoned with, as a project holds it; the bounds are those of the formulas. */
export const radioSchema = v.strictObject({
  deviceId: text,
  earthFactor: sourced(number(RADIO_LIMITS.earthFactor)),
  rainTimePercent: number(RADIO_LIMITS.rainTimePercent),
  rainRateMillimetresPerHour: sourced(number(RADIO_LIMITS.rainRateMillimetresPerHour)),
  air: sourced(
    v.strictObject({
      pressureHectopascals: number(RADIO_LIMITS.pressureHectopascals),
      temperatureKelvin: number(RADIO_LIMITS.temperatureKelvin),
      waterVapourGramsPerCubicMetre: number(RADIO_LIMITS.waterVapourGramsPerCubicMetre),
    }),
  ),
  leafMarginMetres: sourced(number(RADIO_LIMITS.leafMarginMetres)),
  premisesMastMetres: sourced(number(RADIO_LIMITS.premisesMastMetres)),
  ownRoofMetres: sourced(number(RADIO_LIMITS.ownRoofMetres)),
});
