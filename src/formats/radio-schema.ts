import * as v from 'valibot';
import { number, sourced } from './device-schema.ts';
import { entries, text, textOrNull } from './schema-values.ts';

/** A rooftop site as a project holds it. */
export const siteSchema = v.strictObject({
  id: text,
  name: text,
  lon: number(-180, 180, 'degrees'),
  lat: number(-90, 90, 'degrees'),
  antennaMetres: number(-500, 10_000, 'm'),
  above: v.picklist(['ground', 'surface', 'sea']),
  fromContentId: textOrNull,
  owner: textOrNull,
  overrides: entries(v.strictObject({ rule: text, applies: v.boolean(), reason: text })),
});

/** What links are reckoned with, as a project holds it; the bounds are those of the formulas. */
export const radioSchema = v.strictObject({
  deviceId: text,
  earthFactor: sourced(number(0.1, 100, '')),
  rainTimePercent: number(0.001, 1, '%'),
  rainRateMillimetresPerHour: sourced(number(0, 250, 'mm/h')),
  air: sourced(
    v.strictObject({
      pressureHectopascals: number(500, 1100, 'hPa'),
      temperatureKelvin: number(200, 330, 'K'),
      waterVapourGramsPerCubicMetre: number(0, 50, 'g/m³'),
    }),
  ),
  leafMarginMetres: sourced(number(0, 50, 'm')),
  premisesMastMetres: sourced(number(0, 100, 'm')),
  ownRoofMetres: sourced(number(0, 100, 'm')),
});
