import type { Spread } from '../../domain/cost/rate-card.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { Barrier } from '../../domain/plan/barrier.ts';
import type { BarrierLedger, LedgerEntry } from '../../domain/plan/barrier-ledger.ts';
import { barrierTitle } from '../../domain/plan/barrier-words.ts';
import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import { knownOf } from '../../domain/plan/levers-known.ts';
import { type Lacking, lackWords } from '../../domain/project/lacks.ts';
import { numberOf } from './count-text.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { poundsBand, poundsText } from './pounds-text.ts';
import { valueText } from './range-text.ts';
import { rememberLast } from './remember-last.ts';
import { unitsText } from './units-text.ts';

/** One decision that would remove barriers, with what each design gains by it. */
export interface LedgerDecision {
  readonly key: string;
  /** "Protected from road works until 12 May 2028: High Street" */
  readonly title: string;
  /** Who decides, and how many roofs or streets it is about. */
  readonly details: string;
  readonly lever: Lever | null;
  /** "Let protected streets be dug"; null: no lever is known. */
  readonly leverTitle: string | null;
  /** Designs in which something changes, those that change alike in one row. */
  readonly rows: readonly LedgerRow[];
  /** "Nothing changes for dig and hybrid."; '' where something changes in each. */
  readonly same: string;
  /** The greatest gain, in a line: "38 premises more by rooftop radio". */
  readonly best: string;
}

/** What one design gains, or several alike. */
export interface LedgerRow {
  /** The first of them. */
  readonly intervention: BuiltIntervention;
  /** "Rooftop radio, hybrid" */
  readonly name: string;
  /** "38 more"; "none more". */
  readonly units: string;
  /** Of the most that any decision unlocks, 0 to 1. */
  readonly share: number;
  /** "£12,300 less", "£3,000 more", "the same", "not known". */
  readonly pence: string;
  readonly penceBand: string | null;
  /** What pulling the lever costs in return: "the lever costs £8,527: nothing is saved, the cost only moves"; null: nothing to say. */
  readonly leverCost: string | null;
  /** "6 weeks sooner" */
  readonly weeks: string;
  /** "£12,300 of the gap to fund is closed"; null: it is no matter of demand. */
  readonly gap: string | null;
  /** What gets worse where it is cheaper at middle prices: "worse: 2 street-days more"; null: nothing. */
  readonly worse: string | null;
  /** "£4,000 more by a better design found meanwhile, which needs no lever"; null: none was found. */
  readonly meanwhile: string | null;
  /** False: it does not stand in this design's way, and its removal helps all the same. */
  readonly isMet: boolean;
}

export interface LedgerView {
  readonly decisions: readonly LedgerDecision[];
  /** Those that unlock nothing by themselves. */
  readonly idle: readonly LedgerDecision[];
  /** Whether any unlocks premises: only then a bar says how many. */
  readonly hasBars: boolean;
  /** "12 agreements were not worked out: willing owners have only to sign." */
  readonly leftOut: readonly string[];
}

/** A ledger by decision, those that unlock most first, as the ledger has them. */
export const ledgerView = rememberLast(({ entries, leftOut, unit }: BarrierLedger): LedgerView => {
  const most = Math.max(1, ...entries.map(({ unitsUnlocked }) => unitsUnlocked));
  const decisions = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const key = entry.lever?.id ?? `${entry.barrier.kind}: ${entry.placeName}`;
    decisions.set(key, [...(decisions.get(key) ?? []), entry]);
  }
  const all = Array.from(decisions, ([key, list]): LedgerDecision => {
    const [{ barrier, placeName, places, lever }] = list;
    return {
      key,
      title: `${titleOf(barrier)}: ${placeName}`,
      details: detailsOf(barrier, places.length),
      lever,
      leverTitle: lever && (knownOf(lever)?.title ?? lever.kind),
      rows: alikeOnce(list.filter(isChange).map((entry) => rowOf(entry, most))),
      same: sameWords(list.filter((entry) => !isChange(entry))),
      best: bestOf(list[0], unit),
    };
  });
  return {
    decisions: all.filter(({ best }) => best !== IDLE),
    idle: all.filter(({ best }) => best === IDLE),
    hasBars: entries.some(({ unitsUnlocked }) => unitsUnlocked > 0),
    leftOut: leftOut.map(({ count: many, why }) => `${numberOf(many, 'barrier')} not worked out: ${why}.`),
  };
});

/** Whether anything is printed of it but that nothing changes. */
function isChange({ unitsUnlocked, penceSaved, weeksSaved, gapClosed }: LedgerEntry): boolean {
  return (
    unitsUnlocked !== 0 ||
    lessWords(penceSaved) !== 'the same' ||
    soonerWords(weeksSaved) !== 'as soon' ||
    (gapClosed !== null && gapClosed.mid !== 0)
  );
}

/** Rows of the same figures as one, under all of their names. */
function alikeOnce(rows: readonly LedgerRow[]): LedgerRow[] {
  const alike = new Map<string, LedgerRow>();
  for (const row of rows) {
    const { intervention: _, name: __, isMet: ___, ...said } = row;
    const key = JSON.stringify(said);
    const first = alike.get(key);
    alike.set(key, first ? { ...first, name: `${first.name}, ${row.name.toLowerCase()}` } : row);
  }
  return [...alike.values()];
}

function sameWords(entries: readonly LedgerEntry[]): string {
  const names = entries.map(({ intervention }) => INTERVENTION_TEXT[intervention].name.toLowerCase());
  return names.length === 0 ? '' : `Nothing changes for ${names.join(' and ')}.`;
}

/** Of one street, its own dates; of several roofs or streets, what they have in common. */
function titleOf(barrier: Barrier): string {
  if (barrier.kind === 'road-works restriction') return barrierTitle(barrier);
  if (barrier.kind === 'wayleave' && barrier.effect.forbids) return 'Wayleave refused';
  return TITLES[barrier.kind] ?? barrierTitle(barrier);
}

const TITLES: Partial<Record<Barrier['kind'], string>> = {
  wayleave: 'Wayleave',
  'planning prior approval': 'Prior approval',
  'listed building or conservation area': 'Listed building or conservation area',
  'business rates': 'Business rates',
  'lane rental': 'Lane rental',
  permit: 'Permit fees',
  'traffic-sensitive street': 'Traffic-sensitive hours',
  'no power': 'No power',
  'missing demand': 'Too little demand',
  spectrum: 'Spectrum held by others',
};

function detailsOf({ kind, owner, place }: Barrier, places: number): string {
  const isStreet = STREET_KINDS.has(kind);
  const about = places > 1 ? `${count(places)} ${isStreet ? 'streets' : 'roofs'}` : '';
  const who = place === '' || places <= 1 || isStreet ? `decided by ${owner}` : '';
  return [about, who].filter(Boolean).join('; ');
}

const STREET_KINDS: ReadonlySet<Barrier['kind']> = new Set([
  'road-works restriction',
  'lane rental',
  'traffic-sensitive street',
  'permit',
]);

function rowOf(entry: LedgerEntry, most: number): LedgerRow {
  const { intervention, unitsUnlocked, penceSaved, weeksSaved, isMet } = entry;
  return {
    intervention,
    name: INTERVENTION_TEXT[intervention].name,
    units: unitsUnlocked === 0 ? 'none more' : moreWords(unitsUnlocked),
    share: Math.max(0, unitsUnlocked) / most,
    pence: lessWords(penceSaved),
    penceBand: penceSaved && penceSaved.mid !== 0 ? savedBand(penceSaved) : null,
    leverCost: leverCostWords(entry),
    weeks: soonerWords(weeksSaved),
    gap: gapWords(entry),
    worse: worseWords(entry),
    meanwhile: meanwhileWords(entry.foundMeanwhilePence),
    isMet,
  };
}

function bestOf(
  { intervention, unitsUnlocked, penceSaved, weeksSaved, gapClosed }: LedgerEntry,
  unit: BarrierLedger['unit'],
): string {
  const { by } = INTERVENTION_TEXT[intervention];
  if (unitsUnlocked > 0) return `${unitsText(unitsUnlocked, unit)} more ${by}`;
  if (penceSaved && penceSaved.mid > 0) return `${lessWords(penceSaved)} ${by}`;
  if (weeksSaved && weeksSaved.mid > 0) return `${soonerWords(weeksSaved)} ${by}`;
  if (gapClosed && gapClosed.mid > 0)
    return `${lackWords(poundsText(gapClosed.mid), gapClosed.lacks)} of the gap closed ${by}`;
  return IDLE;
}

const IDLE = 'unlocks nothing by itself';

/** Of a lever that costs something, or nobody knows what: so that nobody takes for a saving what only changes hands. */
function leverCostWords({ lever, leverPence, penceSaved, gapClosed }: LedgerEntry): string | null {
  if (!lever) return null;
  if (gapClosed && leverPence)
    return leverPence.high === 0 ? null : `the lever costs ${poundsText(leverPence.mid)}`;
  if (!leverPence) return penceSaved && penceSaved.mid > 0 ? 'what the lever costs is not known' : null;
  if (leverPence.high === 0) return null;
  const cost = `the lever costs ${poundsText(leverPence.mid)}`;
  if (!penceSaved) return cost;
  const net = penceSaved.mid - leverPence.mid;
  if (Math.abs(net) < 100 && !penceSaved.lacks) return `${cost}: none saved, it only moves`;
  const inAll = `${poundsText(Math.abs(net))} ${net > 0 ? 'less' : 'more'} in all`;
  return `${cost}: ${lackWords(inAll, penceSaved.lacks, net < 0)}`;
}

/** Who pays changes, not what is paid: told by itself, in no saving. */
function gapWords({ gapClosed }: LedgerEntry): string | null {
  if (!gapClosed || gapClosed.mid === 0) return null;
  return gapClosed.mid > 0
    ? `${lackWords(poundsText(gapClosed.mid), gapClosed.lacks)} of the gap to fund is closed`
    : `${lackWords(poundsText(-gapClosed.mid), gapClosed.lacks, true)} more are left to fund`;
}

function worseWords({ highPenceMore, streetDaysMore }: LedgerEntry): string | null {
  const days = Math.round(streetDaysMore);
  const parts = [
    ...(highPenceMore >= 100 ? [`${poundsText(highPenceMore)} more at the high end`] : []),
    ...(days > 0 ? [`${count(days)} ${days === 1 ? 'street-day' : 'street-days'} more`] : []),
  ];
  return parts.length === 0 ? null : `worse: ${parts.join(', ')}`;
}

/** Of what a lever seems to bring, what needs no lever; null: nothing. */
export function meanwhileWords(pence: number): string | null {
  return pence < 100
    ? null
    : `${poundsText(pence)} more is saved by a better design found meanwhile, which needs no lever: run the plan again`;
}

function moreWords(units: number): string {
  return units > 0 ? `${count(units)} more` : `${count(-units)} fewer`;
}

/** Pounds saved, in words. */
export function lessWords(saved: Lacking<Spread> | null): string {
  if (!saved) return 'not known';
  if (saved.mid === 0) return saved.lacks ? 'not known' : 'the same';
  return saved.mid > 0
    ? lackWords(`${poundsText(saved.mid)} less`, saved.lacks)
    : lackWords(`${poundsText(-saved.mid)} more`, saved.lacks, true);
}

/** The ends of what is saved or, where all of it is dearer, of what is paid more; each with its word where they differ. */
function savedBand({ low, mid, high }: Spread): string | null {
  if (low >= 0) return poundsBand({ low, mid, high });
  if (high <= 0) return poundsBand({ low: -high, mid: -mid, high: -low });
  return `${poundsText(-low)} more to ${poundsText(high)} less`;
}

/** Weeks saved, in words. */
export function soonerWords(saved: Spread | null): string {
  if (!saved) return 'not known';
  const weeks = Math.round(saved.mid * 10) / 10;
  if (weeks === 0) return 'as soon';
  const many = Math.abs(weeks);
  return `${valueText(many, 'weeks')} ${many === 1 ? 'week' : 'weeks'} ${weeks > 0 ? 'sooner' : 'later'}`;
}
