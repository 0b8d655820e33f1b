import { layerLabel } from '../../domain/coverage/technology.ts';
import type { AskedFigure } from '../../domain/explain/figure-question.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count, percent, unitWord } from '../../domain/not-spots/headline.ts';
import { wardClasses } from '../../domain/not-spots/ward-classes.ts';
import { isBackdrop, type Project } from '../../domain/project/project.ts';
import type { Role } from '../../domain/project/role.ts';
import type { ViewState } from '../view-store.ts';
import { numberOf } from './count-text.ts';
import { coverageSwatch } from './coverage-swatch.ts';
import { mapReading } from './map-reading.ts';

/** One class of the map: how it looks, what it means, and how many there are of it. */
export interface MapLegendEntry {
  /** A coverage layer's entry has the layer's id. */
  readonly id: string;
  readonly group: 'wards' | 'premises' | 'coverage';
  readonly label: string;
  /** How many, in words: "4 wards", "1,204 premises"; '' where nothing is counted. */
  readonly note: string;
  /** The same as a number; null where nothing is counted. */
  readonly count: number | null;
  readonly pattern: 'solid' | 'hatch' | 'dots' | 'lines' | 'rings' | 'columns' | 'cross';
  /** Custom property of its colour, dashes included. */
  readonly token: string;
  /** What `count` is of, for its explanation; absent where it counts wards. */
  readonly asks?: AskedFigure;
}

/** Everything now drawn on the map, in words and numbers, worst first. */
export function mapLegend(
  project: Project,
  analysis: Analysis | null,
  view: Pick<ViewState, 'shownLayers' | 'showPremises'>,
): MapLegendEntry[] {
  const reading = mapReading(project, view.shownLayers);
  const shown = new Set(reading.coverage.map((layer) => layer.id));
  return [
    ...(analysis && reading.wards ? wardEntries(analysis) : []),
    ...(analysis && view.showPremises ? premisesEntries(analysis) : []),
    ...layerEntries(project, analysis).filter((entry) => shown.has(entry.id)),
  ];
}

/**
 * What the grey dots, lines and dashed outlines are: the background files whose rows name no kind of thing, such as
 * street or water. Null where none is loaded.
 */
export function backgroundWords({ datasets }: Project): string | null {
  const names = datasets
    .filter(({ role }) => isBackdrop(role) && !DRAWN_OTHERWISE.has(role))
    .filter(({ columnNames, rows }) => rows === 1 || !columnNames.some((name) => KIND_COLUMNS.has(name)))
    .map(({ fileName }) => fileName);
  if (names.length === 0) return null;
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `Grey dots, lines and dashed outlines: ${names.slice(0, 3).join(', ')}${more}. Nothing of them is counted.`;
}

/** Streets have a class, tables by street no place. */
const DRAWN_OTHERWISE: ReadonlySet<Role> = new Set(['streets', 'restrictions', 'planned excavations']);

/** Columns that tell a street from a park: such shapes are drawn as what they are. A single row is an outline. */
const KIND_COLUMNS: ReadonlySet<string> = new Set([
  'kind',
  'highway',
  'highway_group',
  'railway',
  'waterway',
  'building',
]);

/** Whether dots are shaded by their chance of being a not-spot, instead of being one or none. */
export function hasExpectedDots({ notSpots: { low, high } }: Analysis): boolean {
  return low.at(-1) !== high.at(-1);
}

/** What one dot of the map stands for and does: "dot: one postcode – click to ask about it". */
export function dotWords(analysis: Analysis): string {
  return `dot: one ${unitWord(analysis.unit, 1)} – click to ask about it`;
}

/** How each layer of the project looks where it is drawn, shown now or not. */
export function layerEntries(project: Project, analysis: Analysis | null): MapLegendEntry[] {
  return project.layers.map((layer) => {
    const covered = analysis?.layers.find((tally) => tally.layerId === layer.id)?.covered.mid.at(-1) ?? null;
    const note = analysis && covered !== null ? unitsNote(covered, analysis) : '';
    return {
      id: layer.id,
      group: 'coverage',
      label: layerLabel(layer),
      note,
      count: covered,
      asks: { kind: 'covered', layerId: layer.id },
      ...coverageSwatch(layer),
    };
  });
}

/** The wards' five steps for the map's own corner, most first: "to 10 %" and the wards in each. Empty where none are ranked. */
export function wardKey(
  analysis: Analysis,
): { readonly step: number; readonly label: string; readonly wards: number }[] {
  if (!analysis.ranksWards || analysis.wardCodes.length === 0) return [];
  const { edges, classes } = wardClasses(analysis);
  return [5, 4, 3, 2, 1].map((step) => ({
    step,
    label: `to ${shortPercent(edges[step])}`,
    wards: classes.filter((one) => one === step).length,
  }));
}

/** The five steps are hatched closer the more not-spots they hold, as on the map: pixels between the lines. */
export function hatchOfStep(step: number): number {
  return 10 - step;
}

/** An edge without needless decimals: "10 %", "2.5 %". */
function shortPercent(share: number): string {
  return `${Number((share * 100).toFixed(3))} %`;
}

function wardEntries(analysis: Analysis): MapLegendEntry[] {
  const { edges, classes } = wardClasses(analysis);
  const entry = (wardClass: (typeof classes)[number], label: string, look: Look): MapLegendEntry => {
    const among = classes.filter((one) => one === wardClass).length;
    return {
      id: `wards ${wardClass}`,
      group: 'wards',
      label,
      note: numberOf(among, 'ward'),
      count: among,
      ...look,
    };
  };
  const steps = ([5, 4, 3, 2, 1] as const).map((step) => {
    const label =
      step === 1 ? `up to ${percent(edges[1])}` : `${percent(edges[step - 1])} to ${percent(edges[step])}`;
    return entry(step, label, { token: `--class-${step}`, pattern: 'solid' });
  });
  const quiet: Look = { token: '--class-0', pattern: 'solid' };
  return [
    ...(analysis.ranksWards
      ? [...steps, entry(0, 'no not-spots', quiet)]
      : [entry('not-ranked', 'not ranked by this definition', quiet)]),
    entry('not-known', 'mostly not known', { token: '--class-not-known', pattern: 'dots' }),
  ];
}

const DOT_ASKS = {
  'not-spot': { kind: 'not-spots' },
  'not-known': { kind: 'not-known' },
  covered: { kind: 'no-not-spots' },
} as const;

type Look = Pick<MapLegendEntry, 'token' | 'pattern'>;

function premisesEntries(analysis: Analysis): MapLegendEntry[] {
  const place = analysis.units.length - 1;
  const { mid, notKnown } = analysis.notSpots;
  // Rounded like the others, so that the three add up as shown.
  const without = analysis.units[place] - Math.round(mid[place]) - Math.round(notKnown[place]);
  const expected = hasExpectedDots(analysis) ? ', expected' : '';
  const entry = (id: keyof typeof DOT_ASKS, label: string, units: number, look: Look): MapLegendEntry => {
    return {
      id: `premises ${id}`,
      group: 'premises',
      label,
      note: unitsNote(units, analysis),
      count: units,
      asks: DOT_ASKS[id],
      ...look,
    };
  };
  return [
    entry('not-spot', `not-spots${expected}`, mid[place], { token: '--not-spot', pattern: 'hatch' }),
    entry('not-known', 'not known', notKnown[place], { token: '--premises-not-known', pattern: 'rings' }),
    entry('covered', `no not-spot${expected}`, without, {
      token: '--premises-covered',
      pattern: 'solid',
    }),
  ];
}

function unitsNote(units: number, analysis: Analysis): string {
  return `${count(units)} ${unitWord(analysis.unit, units)}`;
}
