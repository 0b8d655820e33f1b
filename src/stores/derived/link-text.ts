import type { LinkBudget } from '../../domain/radio/link-budget.ts';
import type { LinkAnswer, LinkClass } from '../../domain/radio/one-link.ts';
import type { Availability } from '../../domain/radio/rain-availability.ts';
import type { HeightPart } from '../../domain/terrain/height-grid.ts';
import { type LinkPlace, worstPlace } from './link-profile.ts';
import { linkQuality } from './link-quality.ts';
import { rateText } from './rate-text.ts';
import { zoneShareText, zoneWords } from './zone-text.ts';

/** What a link comes to, in words. */
export interface LinkText {
  /** "1,800 Mbit/s", "No link"; the headline. */
  readonly headline: string;
  /** "Counts as gigabit", "Usable, not gigabit", "Not usable: 3 dB short of the lowest rate"; null where nothing is reckoned. */
  readonly verdict: string | null;
  readonly classWords: string;
  /** Where least is free; null where that is not known. */
  readonly worst: string | null;
  readonly facts: readonly { readonly name: string; readonly value: string; readonly meaning?: string }[];
  readonly reasons: readonly string[];
  /** Where the heights are from, and what they say of themselves. */
  readonly heights: readonly string[];
}

/** A link's answer as the panel prints it. */
export function linkText(answer: LinkAnswer): LinkText {
  const { budget } = answer;
  return {
    headline: headlineOf(answer),
    verdict: budget && verdictOf(budget),
    classWords: classWordsOf(answer),
    worst: worstWords(answer),
    facts: [
      { name: 'Length', value: distanceText(answer.distanceMetres) },
      ...(budget ? budgetFacts(budget) : []),
      ...endFacts(answer),
    ],
    reasons: answer.reasons,
    heights: [
      ...answer.parts.map((part) => partWords(part)),
      ...answer.groundParts.map((part) => `Below it: ${partWords(part)}`),
      ...answer.notes,
    ],
  };
}

/** "412 m", "1.24 km" */
export function distanceText(metres: number): string {
  if (metres < 10) return `${ONE.format(metres)} m`;
  return metres < 10_000 ? `${WHOLE.format(metres)} m` : `${TWO.format(metres / 1000)} km`;
}

/** "32.1 m", with a true minus; "not known". */
export function heightText(metres: number | null): string {
  return metres === null ? 'not known' : `${signed(metres, ONE)} m`;
}

/** "0.84", of the first Fresnel zone. */
export function shareText(share: number | null): string {
  return share === null ? '–' : zoneShareText(share);
}

/** What the cursor says of a place: distance, heights, clearance. */
export function placeWords(place: LinkPlace, from: string): string {
  const { distanceMetres, surfaceMetres, groundMetres, rayMetres, clearanceMetres, fresnelShare } = place;
  const ground = groundMetres === null ? '' : `, ground ${heightText(groundMetres)}`;
  const free =
    clearanceMetres === null
      ? 'clearance not known'
      : clearanceMetres < 0
        ? `blocked by ${heightText(-clearanceMetres)}`
        : `clearance ${heightText(clearanceMetres)}${zonePart(fresnelShare)}`;
  const own = place.isOwnRoof ? ' Own roof: nothing blocks here.' : '';
  return `${distanceText(distanceMetres)} from ${from}: surface ${heightText(surfaceMetres)}${ground}, line of sight ${heightText(rayMetres)}, ${free}.${own}`;
}

function zonePart(share: number | null): string {
  return share === null ? '' : `, ${zoneWords(share)}`;
}

function headlineOf({ class: of, budget, reasons }: LinkAnswer): string {
  if (of === 'no link') return 'No link';
  if (budget) return budget.step ? rateText(budget.megabitsPerSecond) : 'No rate is held';
  return of === 'not known' || reasons.length > 0 ? 'Not known' : CLASS_WORDS[of];
}

function verdictOf({ countsAsGigabit, step, marginDecibels }: LinkBudget): string {
  if (countsAsGigabit) return 'Counts as gigabit';
  return step
    ? 'Usable, not gigabit'
    : `Not usable: ${decibelText(-marginDecibels)} short of the lowest rate`;
}

function worstWords(answer: LinkAnswer): string | null {
  const worst = worstPlace(answer);
  if (!worst || worst.clearanceMetres === null) return null;
  const where = `${distanceText(worst.distanceMetres)} from ${answer.from.name}`;
  const zone = `The first Fresnel zone reaches ${heightText(worst.zoneMetres)} from the line there`;
  if (worst.clearanceMetres < 0)
    return `Worst place: ${where}, where the surface stands ${heightText(-worst.clearanceMetres)} over the line. ${zone}.`;
  return `Worst place: ${where}, where the line passes ${heightText(worst.clearanceMetres)} over the surface${zonePart(worst.fresnelShare)}. ${zone}.`;
}

function budgetFacts(budget: LinkBudget): LinkText['facts'] {
  return [
    { name: 'Level received', value: decibelText(budget.levelDbm, 'dBm') },
    { name: 'Noise', value: decibelText(budget.noiseDbm, 'dBm') },
    { name: 'Signal over noise', value: decibelText(snrAsPrinted(budget)) },
    { name: 'Way of sending', value: budget.step?.name || 'none is held' },
    {
      name: 'Margin',
      value: decibelText(budget.marginDecibels),
      meaning: 'Over what the lowest rate needs.',
    },
    {
      name: 'Availability',
      value: availabilityText(budget.availability),
      meaning: 'Of an average year in which rain leaves some rate.',
    },
    {
      name: 'Availability of gigabit',
      value: availabilityText(budget.gigabitAvailability),
      meaning: 'The same for a rate that counts as gigabit.',
    },
  ];
}

function availabilityText(availability: Availability | null): string {
  if (!availability) return 'never held';
  const { percent, bound } = availability;
  const number = `${PERCENT.format(percent)} %`;
  return bound === 'exactly' ? number : `${bound} ${number}`;
}

function endFacts({ from, to }: LinkAnswer): LinkText['facts'] {
  return [from, to].flatMap(({ name, seaMetres, azimuthDegrees, tiltDegrees }) => [
    { name: `Antenna at ${name}`, value: `${heightText(seaMetres)} above the heights’ zero` },
    ...(azimuthDegrees === null
      ? []
      : [
          {
            name: `Direction from ${name}`,
            value: `${ONE.format(azimuthDegrees)}° from north${tiltDegrees === null ? '' : `, ${tiltWords(tiltDegrees)}`}`,
          },
        ]),
  ]);
}

function tiltWords(degrees: number): string {
  const tilt = `${ONE.format(Math.abs(degrees))}°`;
  if (tilt === '0°') return 'level';
  return `${tilt} ${degrees > 0 ? 'up' : 'down'}`;
}

function partWords({ kind, vintage, source, verticalDatum }: HeightPart): string {
  return `${KIND_WORDS[kind]}: ${source}, ${vintage ?? 'date not known'}, ${verticalDatum ?? 'datum not known'}`;
}

/** A number with a true minus; what rounds to nothing has none. */
export function signed(value: number, format: Intl.NumberFormat = ONE): string {
  return format
    .format(value)
    .replace('-', '−')
    .replace(/^−(0(\.0+)?)$/, '$1');
}

/** "−64.29 dBm": to hundredths, as every place prints it. */
export function decibelText(value: number, unit = 'dB'): string {
  return `${signed(hundredths(value), TWO)} ${unit}`;
}

/** Signal over noise as the difference of both as they are printed. */
export function snrAsPrinted({ levelDbm, noiseDbm }: Pick<LinkBudget, 'levelDbm' | 'noiseDbm'>): number {
  return hundredths(hundredths(levelDbm) - hundredths(noiseDbm));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

export const CLASS_WORDS: Readonly<Record<LinkClass, string>> = {
  clear: 'Clear: at least 0.6 of the first Fresnel zone is free all along',
  marginal: 'Marginal: the line is free, less than 0.6 of the first Fresnel zone is',
  blocked: 'Blocked: something stands in the line',
  'not known': 'Not known: nothing known blocks it, and not all of the way is known',
  'no link': 'No link: there is nothing to reckon between these ends',
};

/** A path alone is not the answer: it may be free and the signal too weak, or blocked and the signal hold behind it. */
function classWordsOf(answer: LinkAnswer): string {
  const quality = linkQuality(answer);
  if (quality === 'too weak')
    return `Too weak: the path is ${answer.class}, but no rate is held in the rain reckoned with`;
  return quality === 'obstructed'
    ? 'Obstructed: something stands in the line; the signal may hold behind it, which is not counted as served'
    : CLASS_WORDS[answer.class];
}

const KIND_WORDS: Readonly<Record<HeightPart['kind'], string>> = {
  surface: 'Surface',
  ground: 'Bare ground',
  building: 'Buildings on the ground',
  canopy: 'Trees added',
  assumed: 'Assumed heights',
};

const ONE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 0, maximumFractionDigits: 1 });
const TWO = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const PERCENT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });
