import type { LinkBudget } from '../domain/radio/link-budget.ts';
import type { LinkAnswer } from '../domain/radio/one-link.ts';
import { writeCsv } from './csv.ts';

/** A judged link with what it is called; `answer` null: its row could not be read. */
export interface LinkRow {
  readonly fromId: string;
  readonly toId: string;
  readonly answer: LinkAnswer | null;
  readonly reasons: readonly string[];
}

/**
 * Judged links as CSV, a row each in their order. Losses are positive decibels by kind; what is not known or not reckoned
 * is blank, and `reason` says why. The way back from the premises to the hub is blank where it is the same.
 */
export function linksCsv(links: readonly LinkRow[]): string {
  return writeCsv(HEADER, links.map(cells));
}

const LOSSES = [
  ['free_space_db', 'free space'],
  ['oxygen_db', 'oxygen'],
  ['water_vapour_db', 'water vapour'],
  ['rain_db', 'rain'],
  ['diffraction_db', 'diffraction'],
  ['building_entry_db', 'into the building'],
] as const;

const HEADER = [
  'from_id',
  'to_id',
  'class',
  'distance_m',
  'slant_m',
  'from_antenna_m',
  'to_antenna_m',
  'clearance_m',
  'clearance_at_m',
  'clearance_f1',
  'clearance_f1_at_m',
  ...LOSSES.map(([name]) => name),
  'level_dbm',
  'noise_dbm',
  'snr_db',
  'margin_db',
  'modulation',
  'rate_mbps',
  'counts_as_gigabit',
  'availability_percent',
  'availability_bound',
  'back_level_dbm',
  'back_margin_db',
  'back_rate_mbps',
  'frequency_ghz',
  'k',
  'own_roof_m',
  'reason',
] as const;

type Cell = string | number | null;

function cells({ fromId, toId, answer, reasons }: LinkRow): Cell[] {
  if (answer === null) {
    const blank = Array.from(HEADER, (): Cell => null);
    [blank[0], blank[1], blank[2], blank[blank.length - 1]] = [fromId, toId, 'not read', reasons.join(' ')];
    return blank;
  }
  const { clearance, budget, budgetBack } = answer;
  return [
    fromId,
    toId,
    answer.class,
    rounded(answer.distanceMetres, 2),
    rounded(answer.slantMetres, 2),
    rounded(answer.from.seaMetres, 2),
    rounded(answer.to.seaMetres, 2),
    rounded(clearance?.metres, 3),
    rounded(clearance?.metresAt, 1),
    rounded(clearance?.fresnel, 3),
    rounded(clearance?.fresnelAt, 1),
    ...LOSSES.map(([, what]) => lossOf(budget, what)),
    ...budgetCells(budget),
    rounded(budgetBack?.levelDbm, 2),
    rounded(budgetBack?.marginDecibels, 2),
    budgetBack?.megabitsPerSecond ?? null,
    answer.frequencyGigahertz,
    rounded(answer.earthFactor, 6),
    answer.ownRoofMetres,
    reasons.join(' '),
  ];
}

function budgetCells(budget: LinkBudget | null): Cell[] {
  if (budget === null) return new Array<Cell>(9).fill(null);
  const { availability } = budget;
  return [
    rounded(budget.levelDbm, 2),
    rounded(budget.noiseDbm, 2),
    rounded(budget.snrDecibels, 2),
    rounded(budget.marginDecibels, 2),
    budget.step?.name ?? null,
    budget.megabitsPerSecond,
    budget.countsAsGigabit ? 'yes' : 'no',
    availability === null ? 0 : rounded(availability.percent, 4),
    availability === null ? 'not even in clear air' : availability.bound,
  ];
}

/** Budgets name their lines; rain's line goes on with its share of the year. */
function lossOf(budget: LinkBudget | null, what: string): Cell {
  const line = budget?.lines.find((one) => one.what === what || one.what.startsWith(`${what},`));
  return line ? rounded(0 - line.value, 2) : null;
}

function rounded(value: number | null | undefined, digits: number): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return Number(value.toFixed(digits));
}
