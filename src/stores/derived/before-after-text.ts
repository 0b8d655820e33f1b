import { changedWards } from '../../domain/before-after/change-classes.ts';
import type { CountComparison } from '../../domain/before-after/compare-counts.ts';
import type { CountSide } from '../../domain/before-after/count-side.ts';
import { inForceOf } from '../../domain/before-after/release-in-stead.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count, unitWord } from '../../domain/not-spots/headline.ts';
import { countAt } from '../../domain/not-spots/ward-rows.ts';
import type { Project } from '../../domain/project/project.ts';
import { nameOfUse } from './by-use-lines.ts';
import { shownDifference, signed } from './change-marks.ts';
import { countText, numberOf } from './count-text.ts';
import { nameOf } from './side-choices.ts';
import type { SidesView } from './sides-text.ts';

/** Both counts as the screen has them. */
export interface BothCounts {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly comparison: CountComparison;
}

/** The sentence of a comparison: `lead`, then the number large, then `rest`. */
export interface SidesHeadline {
  /** "With no superfast instead of neither gigabit nor 5G:" */
  readonly lead: string;
  /** "2,103" or "About 2,103"; "No" */
  readonly number: string;
  /** "fewer not-spots (4,637 → 2,534) in 14 of 20 wards. 12 premises became one." */
  readonly rest: string;
  /** What the reader must know of it, each in a sentence. */
  readonly notes: readonly string[];
}

/** What the difference is, in words. */
export function sidesHeadline(counts: BothCounts, view: SidesView, project: Project): SidesHeadline {
  const { comparison } = counts;
  const { difference, wardCodes, ranksWards } = comparison;
  const total = difference.mid.length - 1;
  const mid = shownDifference(comparison, total);
  const number = comparison.isExact
    ? mid === 0
      ? 'No'
      : count(Math.abs(mid))
    : `About ${count(Math.abs(mid))}`;
  const kind = mid === 0 && comparison.isExact ? 'difference in' : mid < 0 ? 'fewer' : 'more';
  const numbers = `(${count(comparison.before.mid[total])} → ${count(comparison.after.mid[total])})`;
  const { moved } = changedWards(comparison);
  const where =
    moved > 0 && wardCodes.length > 0 && ranksWards ? ` in ${count(moved)} of ${wardCodes.length} wards` : '';
  const against = counterMoves(comparison, mid);
  const band = comparison.isExact
    ? ''
    : ` Between ${signed(difference.low[total])} and ${signed(difference.high[total])}.`;
  return {
    lead: `${leadOf(counts, view, project)}:`,
    number,
    rest: `${kind} not-spots ${numbers}${where}.${against}${band}`,
    notes: notesOf(counts),
  };
}

/** What a side is called on the map and in the table: its definition, the layers it lacks, its release. */
export function sideLabel(side: CountSide, analysis: Analysis, view: SidesView, project: Project): string {
  if (view.kind === 'layers') {
    const lacking = layerNames(side, project);
    return lacking.length === 0 ? 'all layers' : `without ${lacking.join(' and ')}`;
  }
  if (view.kind === 'releases') return releaseName(side, view, project);
  return analysis.recipeWords;
}

/** A side's bar: its count with band and denominator, and where they end on a scale common to both sides. */
export interface SideBar {
  readonly value: string;
  readonly band: string | null;
  readonly of: string;
  /** 0 … 1 of the larger side's upper bound. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export function sideBars({ before, after, comparison }: BothCounts): {
  before: SideBar;
  after: SideBar;
  /** What a full bar stands for. */
  most: string;
} {
  const total = comparison.units.length - 1;
  const scale = Math.max(comparison.before.high[total], comparison.after.high[total], 1);
  const bar = (analysis: Analysis): SideBar => {
    const at = countAt(analysis.notSpots, total);
    const { value, band, of } = countText(at, analysis.units[total], analysis.unit);
    return { value, band, of, low: at.low / scale, mid: at.mid / scale, high: at.high / scale };
  };
  return { before: bar(before), after: bar(after), most: count(scale) };
}

/** A line of the counts by use. */
export interface UseChange {
  readonly key: string;
  readonly use: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly became: string;
  readonly ceased: string;
}

/** The same difference by what the premises are used for; empty where no column tells. */
export function useChanges({ byUse }: CountComparison): UseChange[] {
  if (!byUse) return [];
  const uses = byUse.uses.map((use) => ({ use }));
  return byUse.uses.map((use, at) => ({
    key: use,
    use: nameOfUse(use, { uses }),
    before: count(byUse.before.mid[at]),
    after: count(byUse.after.mid[at]),
    difference: signed(shownDifference(byUse, at)),
    became: count(byUse.moves.became[at] + byUse.moves.becameKnown[at]),
    ceased: count(byUse.moves.ceased[at] + byUse.moves.ceasedKnown[at]),
  }));
}

/** What went the other way than the whole: new not-spots where there are fewer, cured ones where there are more. */
function counterMoves({ moves, unit, units }: CountComparison, mid: number): string {
  const total = units.length - 1;
  const words = (value: number): string => `${count(value)} ${unitWord(unit, value)}`;
  const [became, ceased] = [moves.became[total] + moves.becameKnown[total], moves.ceased[total]];
  if (became === 0 || ceased === 0) return '';
  return mid <= 0 ? ` ${words(became)} became one.` : ` ${words(ceased)} ceased to be one.`;
}

function leadOf({ before, after }: BothCounts, view: SidesView, project: Project): string {
  const { sides, kind } = view;
  if (kind === 'layers') {
    const [gone, back] = [lackingFirst(sides.after, sides.before), lackingFirst(sides.before, sides.after)];
    const named = (side: CountSide): string => layerNames(side, project).join(' and ');
    if (gone) return `Without ${named(gone)}`;
    return back ? `With ${named(back)} again` : 'With the same layers on both sides';
  }
  if (kind === 'releases')
    return `By ${releaseName(sides.after, view, project)} instead of ${releaseName(sides.before, view, project)}`;
  return before.recipeText === after.recipeText
    ? `With ${after.recipeWords} on both sides`
    : `With ${after.recipeWords} instead of ${before.recipeWords}`;
}

function lackingFirst(one: CountSide, other: CountSide): CountSide | null {
  return one.withoutLayers.length > other.withoutLayers.length ? one : null;
}

function layerNames({ withoutLayers }: CountSide, project: Project): string[] {
  return withoutLayers.map((id) => project.layers.find((layer) => layer.id === id)?.name ?? id);
}

function releaseName(side: CountSide, { sides }: SidesView, project: Project): string {
  const id = [...sides.before.releases, ...sides.after.releases][0];
  const earlier = project.datasets.find(({ contentId }) => contentId === id);
  if (!earlier) return 'the release in force';
  const named = side.releases.length > 0 ? earlier : (inForceOf(project, earlier) ?? earlier);
  return nameOf(named);
}

function notesOf({ before, after, comparison }: BothCounts): string[] {
  const { moves, unit, isExact, units } = comparison;
  const total = units.length - 1;
  const notes: string[] = [];
  const words = (value: number): string => `${count(value)} ${unitWord(unit, value)}`;
  if (moves.becameKnown[total] > 0)
    notes.push(`${words(moves.becameKnown[total])} of the new not-spots were not known before.`);
  if (moves.ceasedKnown[total] > 0)
    notes.push(
      `${words(moves.ceasedKnown[total])} were not-spots before and are not known after: that is no cure.`,
    );
  const [known, unknown] = [moves.knownNow[total], moves.unknownNow[total]];
  if (known + unknown > 0)
    notes.push(
      `For ${words(known)} the answer is known after and was not before; for ${words(unknown)} it is the other way about.`,
    );
  if (!isExact)
    notes.push(
      `${words(moves.expected[total])} have only a chance of being a not-spot on one side (published shares, or coverage at two confidences): the difference is an expectation, and its bounds hold even if the two sides had nothing to do with each other.`,
    );
  const { knownOnly } = changedWards(comparison);
  if (knownOnly > 0 && comparison.ranksWards)
    notes.push(`In ${numberOf(knownOnly, 'ward')} only what is known changed, and no not-spot.`);
  if (!comparison.ranksWards)
    notes.push('Wards are not ranked: a share used here is of areas larger than wards.');
  const reasons = new Set([...before.notes, ...after.notes].map(({ text }) => text));
  const shared = new Set(before.notes.map(({ text }) => text));
  for (const { text } of after.notes) if (!shared.has(text)) notes.push(`Only after: ${text}`);
  const later = new Set(after.notes.map(({ text }) => text));
  for (const { text } of before.notes)
    if (!later.has(text) && reasons.has(text)) notes.push(`Only before: ${text}`);
  return notes;
}
