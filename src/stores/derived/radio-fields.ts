import { STANDARD_EARTH_FACTOR, WORST_CASE_EARTH_FACTOR } from '../../domain/radio/earth-bulge.ts';
import type { RadioChoices } from '../../domain/radio/radio-choices.ts';
import { RADIO_LIMITS } from '../../domain/radio/radio-limits.ts';
import { recommendation } from '../../domain/radio/recommendations.ts';
import type { FieldValue } from './device-fields.ts';
import {
  type FigureDraft,
  type FigureInput,
  type FigureOffer,
  figureDraft,
  readFigure,
} from './figure-draft.ts';

/** Something that links are reckoned with, in a form. */
export interface RadioField {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly inputs: readonly FigureInput[];
  /** False for what is a choice and no figure of the world: it has no source. */
  readonly hasSource: boolean;
  readonly offers?: readonly FigureOffer[];
  readonly read: (radio: RadioChoices) => FieldValue;
  readonly write: (radio: RadioChoices, value: FieldValue) => RadioChoices;
}

/** All of it but the radio, in the order shown. */
export const RADIO_FIELDS: readonly RadioField[] = [
  figure('earthFactor', 'Earth’s radius as radio sees it (k)', {
    meaning: 'Over its true radius: air bends radio.',
    offers: [
      {
        words: '4/3, a standard atmosphere',
        value: STANDARD_EARTH_FACTOR,
        source: recommendation('P.530-18'),
      },
      {
        words: '2/3, a worst case beyond 2 km',
        value: WORST_CASE_EARTH_FACTOR,
        source: recommendation('P.530-18'),
      },
    ],
  }),
  {
    key: 'rainTimePercent',
    label: 'Rain may be worse for',
    meaning: 'Of an average year: 0.01 % asks for 99.99 % availability, 53 minutes a year without.',
    inputs: [{ label: 'Rain may be worse for', limit: RADIO_LIMITS.rainTimePercent }],
    hasSource: false,
    read: ({ rainTimePercent }) => ({ values: [rainTimePercent], source: null }),
    write: (radio, { values: [value] }) => ({ ...radio, rainTimePercent: value ?? radio.rainTimePercent }),
  },
  figure('rainRateMillimetresPerHour', 'Rain here (R0.01)', {
    meaning: 'The rain rate exceeded for 53 minutes of an average year. London’s is 26.48 by ITU-R P.837-7.',
  }),
  {
    key: 'air',
    label: 'Air along the path',
    meaning: 'Oxygen and water vapour take from the signal, most of all near 60 GHz.',
    inputs: [
      { label: 'Pressure', limit: RADIO_LIMITS.pressureHectopascals },
      { label: 'Temperature', limit: RADIO_LIMITS.temperatureKelvin },
      { label: 'Water vapour', limit: RADIO_LIMITS.waterVapourGramsPerCubicMetre },
    ],
    hasSource: true,
    read: ({ air: { value, source } }) => ({
      values: [value.pressureHectopascals, value.temperatureKelvin, value.waterVapourGramsPerCubicMetre],
      source,
    }),
    write: (radio, { values: [pressure, temperature, vapour], source }) => ({
      ...radio,
      air: {
        value: {
          pressureHectopascals: pressure ?? 0,
          temperatureKelvin: temperature ?? 0,
          waterVapourGramsPerCubicMetre: vapour ?? 0,
        },
        source,
      },
    }),
  },
  figure('leafMarginMetres', 'Leaf margin', {
    meaning: 'Added over known trees: surfaces are flown in winter, without leaves.',
  }),
  figure('premisesMastMetres', 'Mast at a premises', { meaning: 'The antenna over the roof it serves.' }),
  figure('ownRoofMetres', 'Own roof', {
    meaning: 'Within this of either antenna nothing blocks: its own roof.',
  }),
];

/** What links are reckoned with, as its form starts. */
export function radioDraft(radio: RadioChoices): ReadonlyMap<string, FigureDraft> {
  return new Map(
    RADIO_FIELDS.map((field) => {
      const { values, source } = field.read(radio);
      return [field.key, figureDraft(values, source)];
    }),
  );
}

/** What a draft says, or what is wrong with it by field and input ("air.1"). */
export function readRadioDraft(
  draft: ReadonlyMap<string, FigureDraft>,
  radio: RadioChoices,
): { readonly radio: RadioChoices | null; readonly problems: ReadonlyMap<string, string> } {
  const problems = new Map<string, string>();
  let edited = radio;
  for (const field of RADIO_FIELDS) {
    const figure = draft.get(field.key);
    if (!figure) continue;
    const read = readFigure(figure, field.inputs, field.read(radio).values);
    for (const [i, problem] of read.problems.entries())
      if (problem) problems.set(`${field.key}.${i}`, problem);
    edited = field.write(edited, { values: read.values, source: figure.source });
  }
  return { radio: problems.size === 0 ? edited : null, problems };
}

/** What links are reckoned with, each in a line: "26.5 mm/h", and whether it is assumed. */
export function radioLines(
  radio: RadioChoices,
): readonly { readonly label: string; readonly value: string; readonly isAssumed: boolean }[] {
  return RADIO_FIELDS.map(({ label, inputs, hasSource, read }) => {
    const { values, source } = read(radio);
    const { texts } = figureDraft(values, source);
    return {
      label,
      value: texts.map((text, i) => `${text} ${inputs[i].limit.unit}`.trim()).join(', '),
      isAssumed: hasSource && source === null,
    };
  });
}

type FigureKey =
  | 'earthFactor'
  | 'rainRateMillimetresPerHour'
  | 'leafMarginMetres'
  | 'premisesMastMetres'
  | 'ownRoofMetres';

function figure(
  key: FigureKey,
  label: string,
  { meaning, offers }: Pick<RadioField, 'meaning' | 'offers'>,
): RadioField {
  return {
    key,
    label,
    meaning,
    offers,
    inputs: [{ label, limit: RADIO_LIMITS[key] }],
    hasSource: true,
    read: (radio) => ({ values: [radio[key].value], source: radio[key].source }),
    write: (radio, { values: [value], source }) => ({ ...radio, [key]: { value: value ?? 0, source } }),
  };
}
