import { type CoordinateSystem, systemFromEpsg } from '../domain/geo/coordinate-system.ts';
import type { FigureLimit } from '../domain/project/figure-limit.ts';
import { isWithin, limitWords } from '../domain/project/figure-limit.ts';
import { GENERIC_DEVICES } from '../domain/radio/generic-devices.ts';
import type { RadioChoices } from '../domain/radio/radio-choices.ts';
import { RADIO_LIMITS } from '../domain/radio/radio-limits.ts';
import { startingChoices } from '../domain/radio/starting-choices.ts';
import type { HeightsAbove } from '../domain/terrain/antenna-height.ts';
import { UsageError } from './usage-error.ts';

/** The options that every command over heights and radios takes, as parseArgs wants them. */
export const RADIO_OPTIONS = {
  surface: { type: 'string', multiple: true },
  ground: { type: 'string', multiple: true },
  canopy: { type: 'string', multiple: true },
  crs: { type: 'string' },
  buildings: { type: 'string' },
  'heights-above': { type: 'string' },
  device: { type: 'string' },
  k: { type: 'string' },
  'rain-rate': { type: 'string' },
  'rain-percent': { type: 'string' },
  air: { type: 'string' },
  'own-roof-m': { type: 'string' },
  'leaf-margin-m': { type: 'string' },
} as const;

/** How the options are told to a person. */
export const RADIO_USAGE = `  --surface F           heights of roofs and trees (GeoTIFF or ASCII grid); may be given several times, the finest counts
  --ground F            heights of the bare ground; needed for heights above ground
  --canopy F            heights of trees above the ground, with --ground; the leaf margin is added over them
  --crs EPSG:N          the system of height files that name none
  --buildings F         footprints: two ends on one building are no link, premises have their antennas on roof corners
  --heights-above A     what heights of antennas are counted from: ground, surface or sea
  --device F            a catalogue of devices (export one under Radios) with one in it, F#id for one of several, or a
                        radio of no maker: ${GENERIC_DEVICES.map(({ id }) => id).join(', ')}
  --k K                 the earth's radius as radio sees it, over its true one
  --rain-rate R         R0.01 of the place in mm/h
  --rain-percent P      the share of the year in which rain may be worse than reckoned with, 0.001 to 1
  --air HPA,K,G         pressure in hPa, temperature in K, water vapour in g/m³
  --own-roof-m M        from either antenna, along the path, within which nothing blocks
  --leaf-margin-m M     added over --canopy, as surfaces are flown in winter

Of K, R, P, air and the margins each has a starting value, which is printed with its source, or "assumed".
`;

/** What a command asks of heights and radio. */
export interface RadioAsked {
  readonly surfaces: readonly string[];
  readonly grounds: readonly string[];
  readonly canopies: readonly string[];
  readonly system: CoordinateSystem | null;
  readonly buildings: string | null;
  readonly above: HeightsAbove;
  readonly device: string;
  /** Its deviceId is not the device's yet. */
  readonly choices: RadioChoices;
}

type Values = { readonly [Name in keyof typeof RADIO_OPTIONS | 'premises-mast-m']?: string | string[] };

/** Throws UsageError where something is missing, or no number within its bounds. */
export function readRadioOptions(given: Values): RadioAsked {
  const text = (name: keyof Values): string | undefined => given[name] as string | undefined;
  const list = (name: keyof Values): readonly string[] => (given[name] as string[] | undefined) ?? [];
  const surfaces = list('surface');
  if (surfaces.length === 0) throw new UsageError('--surface is missing: links are reckoned over one.');
  const above = text('heights-above');
  if (above !== 'ground' && above !== 'surface' && above !== 'sea')
    throw new UsageError(
      `${above === undefined ? '--heights-above is missing' : `--heights-above ${above} is not understood`}: say ground, surface or sea.`,
    );
  const grounds = list('ground');
  if (above === 'ground' && grounds.length === 0)
    throw new UsageError(
      '--heights-above ground needs a ground model: give one with --ground FILE, or heights above surface or sea.',
    );
  if (list('canopy').length > 0 && grounds.length === 0)
    throw new UsageError('--canopy is counted above the ground: give the ground with --ground FILE.');
  if (text('leaf-margin-m') !== undefined && list('canopy').length === 0)
    throw new UsageError('--leaf-margin-m is added over trees: say where they are with --canopy FILE.');
  const device = text('device');
  if (!device) throw new UsageError('--device is missing: give a catalogue of devices.');
  return {
    surfaces,
    grounds,
    canopies: list('canopy'),
    system: systemAsked(text('crs')),
    buildings: text('buildings') ?? null,
    above,
    device,
    choices: choicesAsked(text),
  };
}

/** Throws UsageError. */
export function systemAsked(crs: string | undefined): CoordinateSystem | null {
  if (crs === undefined) return null;
  const code = /^(?:EPSG:)?(\d{4,6})$/i.exec(crs.trim())?.[1];
  const system = code === undefined ? null : systemFromEpsg(Number(code));
  if (!system)
    throw new UsageError(`--crs ${crs}: that system is not known. EPSG:27700 is the British National Grid.`);
  return system;
}

const FIGURES = [
  ['k', 'earthFactor'],
  ['rain-rate', 'rainRateMillimetresPerHour'],
  ['own-roof-m', 'ownRoofMetres'],
  ['leaf-margin-m', 'leafMarginMetres'],
  ['premises-mast-m', 'premisesMastMetres'],
] as const;

function choicesAsked(text: (name: keyof Values) => string | undefined): RadioChoices {
  let choices = startingChoices('');
  for (const [option, figure] of FIGURES) {
    const given = text(option);
    if (given === undefined) continue;
    const value = numberOf(`--${option}`, given, RADIO_LIMITS[figure]);
    choices = { ...choices, [figure]: { value, source: stated(`--${option}`) } };
  }
  const percent = text('rain-percent');
  if (percent !== undefined)
    choices = {
      ...choices,
      rainTimePercent: numberOf('--rain-percent', percent, RADIO_LIMITS.rainTimePercent),
    };
  const air = text('air');
  return air === undefined ? choices : { ...choices, air: { value: airOf(air), source: stated('--air') } };
}

function airOf(text: string): RadioChoices['air']['value'] {
  const parts = text.split(',');
  if (parts.length !== 3)
    throw new UsageError(`--air ${text}: write hPa,K,g/m³, for example 1013.25,288.15,7.5.`);
  const [pressure, temperature, vapour] = parts;
  return {
    pressureHectopascals: numberOf('--air', pressure, RADIO_LIMITS.pressureHectopascals),
    temperatureKelvin: numberOf('--air', temperature, RADIO_LIMITS.temperatureKelvin),
    waterVapourGramsPerCubicMetre: numberOf('--air', vapour, RADIO_LIMITS.waterVapourGramsPerCubicMetre),
  };
}

/** Throws UsageError for what is no number within its bounds. */
export function numberOf(option: string, text: string, limit: FigureLimit): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!isWithin(value, limit)) throw new UsageError(`${option} ${text}: give ${limitWords(limit)}.`);
  return value;
}

function stated(option: string) {
  return { title: `stated by ${option}`, publisher: null, date: null, licence: null, url: null };
}
