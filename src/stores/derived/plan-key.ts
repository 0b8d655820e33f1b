import { count, unitWord } from '../../domain/not-spots/headline.ts';
import type { PlanDesign } from '../../domain/plan/plan-design.ts';
import type { Unit } from '../../domain/premises/premises-table.ts';
import { ROUTE_LOOK_NAMES, ROUTE_LOOKS, type RouteLook } from './dig-looks.ts';
import { PLAN_LOOKS, type PlanLook, RADIO_LINES } from './plan-looks.ts';
import type { PlanMark } from './plan-marks.ts';
import type { PlanRoof } from './plan-roofs.ts';
import { routeKey } from './route-key.ts';

/** What one map draws, as far as its key says it. */
export interface KeyedPicture {
  readonly design: PlanDesign | null;
  readonly marks: readonly PlanMark[];
  readonly roofs: readonly PlanRoof[];
}

/** A shape or line of the maps: what it means and how much of it there is. */
export interface PlanKeyEntry {
  readonly id: string;
  readonly label: string;
  /** "41", or "left 41, right 0" where there are two maps. */
  readonly note: string;
  readonly swatch:
    | { readonly kind: 'look'; readonly look: PlanLook; readonly size: number; readonly opacity: number }
    | { readonly kind: 'line'; readonly look: RouteLook };
}

export interface PlanKeyGroup {
  readonly title: string;
  readonly entries: readonly PlanKeyEntry[];
}

/** The key in a line: the shapes of premises and roofs that there are, each once, without how sure it is. */
export function briefKey(pictures: readonly KeyedPicture[]): readonly PlanLook[] {
  const names = pictures.flatMap(({ marks, roofs }) => [...marks, ...roofs].map(({ look }) => look));
  const brief = new Set(names.map((name) => name.split(':').slice(0, 2).join(':')));
  return [...PLAN_LOOKS].filter(([name]) => brief.has(name)).map(([, look]) => look);
}

/** The key of the maps: premises by their shapes, then what is built. */
export function planKey(pictures: readonly KeyedPicture[], unit: Unit): readonly PlanKeyGroup[] {
  const all = unitsOf(pictures[0].marks);
  const premises = [...PLAN_LOOKS].flatMap(([name, look]): PlanKeyEntry[] => {
    const found = pictures.map(({ marks }) => marks.filter((mark) => mark.look === name));
    const first = found.flat()[0];
    if (!first) return [];
    const { size = 1, opacity = 1 } = first;
    const note = beside(found.map((marks) => count(unitsOf(marks))));
    return [{ id: name, label: look.label, note, swatch: { kind: 'look', look, size, opacity } }];
  });
  const roofs = [...PLAN_LOOKS].flatMap(([name, look]): PlanKeyEntry[] => {
    const found = pictures.map(({ roofs }) => roofs.filter((roof) => roof.look === name).length);
    if (found.every((number) => number === 0)) return [];
    const note = beside(found.map(count));
    return [{ id: name, label: look.label, note, swatch: { kind: 'look', look, size: 1, opacity: 1 } }];
  });
  const built = [...roofs, ...radioLines(pictures), ...routes(pictures)];
  return [
    { title: `Of ${count(all)} ${unitWord(unit, all)}`, entries: premises },
    ...(built.length > 0 ? [{ title: 'What is built', entries: built }] : []),
  ];
}

function radioLines(pictures: readonly KeyedPicture[]): PlanKeyEntry[] {
  const served = pictures.map(({ design }) => design?.radio?.served.length ?? 0);
  const linked = pictures.map(
    ({ design }) => design?.radio?.hubs.filter(({ backhaul }) => backhaul.kind === 'link').length ?? 0,
  );
  const entry = (id: 'client' | 'backhaul', numbers: readonly number[]): PlanKeyEntry[] =>
    numbers.some((number) => number > 0)
      ? [
          {
            id,
            label: RADIO_LINES[id].label,
            note: beside(numbers.map(count)),
            swatch: { kind: 'line', look: RADIO_LINES[id] },
          },
        ]
      : [];
  return [...entry('backhaul', linked), ...entry('client', served)];
}

function routes(pictures: readonly KeyedPicture[]): PlanKeyEntry[] {
  const keys = pictures.map(({ design }) => (design?.trench ? routeKey(design.trench) : []));
  return ROUTE_LOOK_NAMES.flatMap((name): PlanKeyEntry[] => {
    const found = keys.map((lines) => lines.find((line) => line.name === name));
    if (found.every((line) => line === undefined)) return [];
    const look = ROUTE_LOOKS[name];
    return [
      {
        id: name,
        label: look.label,
        note: beside(found.map((line) => line?.note ?? '0 m')),
        swatch: { kind: 'line', look },
      },
    ];
  });
}

function beside(numbers: readonly string[]): string {
  return numbers.length === 1 ? numbers[0] : `left ${numbers[0]}, right ${numbers[1]}`;
}

function unitsOf(marks: readonly PlanMark[]): number {
  return marks.reduce((sum, { units }) => sum + units, 0);
}
