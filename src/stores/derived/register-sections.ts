import type { RateProblem } from '../../domain/cost/check-rate-card.ts';
import type { RateCard } from '../../domain/cost/rate-card.ts';
import { planCardProblems } from '../../domain/plan/check-plan-card.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import { LEVERS_KNOWN } from '../../domain/plan/levers-known.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { PLAN_ITEMS, type PlanCard } from '../../domain/plan/plan-card.ts';
import { PLAN_GROUPS, PLAN_ITEM_WORDS } from '../../domain/plan/plan-card-words.ts';
import { registerOf } from '../../domain/plan/register.ts';
import type { Project } from '../../domain/project/project.ts';
import type { DeviceProfile } from '../../domain/radio/device.ts';
import { DEVICE_FIELDS } from './device-fields.ts';
import type { FigureInput } from './figure-draft.ts';
import { RADIO_FIELDS } from './radio-fields.ts';
import { type FiguresRead, type RateDraft, readFiguresDraft } from './rate-draft.ts';
import { figureLine, rateText } from './rate-lines.ts';
import {
  type FiguresSection,
  figureOf,
  type RateFigure,
  type RateSection,
  rateSections,
  sourcedOf,
  spreadInputs,
} from './rate-sections.ts';
import { rememberLast } from './remember-last.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** What a register is made of, in the order shown. */
export const REGISTER_PARTS = [
  { key: 'plans', title: 'Rooftops, time and money' },
  { key: 'rates', title: 'Trenches' },
  { key: 'radios', title: 'Radios' },
  { key: 'links', title: 'What links are reckoned with' },
  { key: 'levers', title: 'Levers pulled' },
] as const;

export type RegisterPart = (typeof REGISTER_PARTS)[number]['key'];

/** One figure of the register, ready to print. */
export interface RegisterLine {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly value: string;
  /** "£80–£220"; null where it is one figure. */
  readonly range: string | null;
  readonly standing: 'sourced' | 'assumed' | 'chosen' | 'not known';
  readonly source: SourceText | null;
}

/** How a section is edited. */
export type RegisterEdit =
  | { readonly kind: 'plan card'; readonly section: FiguresSection<PlanCard>; readonly card: PlanCard }
  | { readonly kind: 'claims'; readonly card: PlanCard }
  | { readonly kind: 'rates'; readonly section: RateSection; readonly card: RateCard }
  | { readonly kind: 'radio'; readonly device: DeviceProfile }
  | { readonly kind: 'links' }
  | { readonly kind: 'lever'; readonly section: FiguresSection<Lever>; readonly lever: Lever };

/** Figures that stand together. */
export interface RegisterSection {
  readonly key: string;
  readonly part: RegisterPart;
  readonly title: string;
  readonly lines: readonly RegisterLine[];
  readonly edit: RegisterEdit;
}

/** Everything that plans are reckoned with, ready to print and to edit; levers are those of `plan`. */
export const registerSections = rememberLast(
  (
    planCard: Project['planCard'],
    rates: Project['rates'],
    devices: Project['devices'],
    radio: Project['radio'],
    plan: Plan | null,
  ): readonly RegisterSection[] => {
    const register = registerOf({ planCard, rates, devices }, plan);
    return [
      ...PLAN_GROUPS.map((group) => planSection(group, register.planCard)),
      claimsSection(register.planCard),
      ...rateSections(register.rates).map((section) => ratesSection(section, register.rates)),
      ...devices.map(deviceSection),
      ...(radio
        ? [
            {
              key: 'links',
              part: 'links' as const,
              title: 'Rain, air and margins',
              lines: RADIO_FIELDS.map((field) => {
                const { key, label, meaning, inputs, hasSource } = field;
                const line = plainLine({ key, label, meaning, inputs }, field.read(radio));
                return hasSource ? line : { ...line, standing: 'chosen' as const };
              }),
              edit: { kind: 'links' as const },
            },
          ]
        : []),
      ...register.levers.map(leverSection),
    ];
  },
);

/** The plan card that a draft of a section says. */
export function readPlanDraft(
  draft: RateDraft,
  section: FiguresSection<PlanCard>,
  card: PlanCard,
): FiguresRead<PlanCard> {
  return readFiguresDraft(draft, { section, card, problemsOf: planCardProblems });
}

/** The lever that a draft of its cost says. */
export function readLeverDraft(
  draft: RateDraft,
  section: FiguresSection<Lever>,
  lever: Lever,
): FiguresRead<Lever> {
  return readFiguresDraft(draft, { section, card: lever, problemsOf: leverProblems });
}

function planSection(group: (typeof PLAN_GROUPS)[number], card: PlanCard): RegisterSection {
  const items = PLAN_ITEMS.filter((item) => PLAN_ITEM_WORDS[item].group === group);
  const key = `plan-${group.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
  const fields = items.map((item) => {
    const { label, meaning, limit } = PLAN_ITEM_WORDS[item];
    return {
      ...{ key: `items.${item}`, label, meaning, inputs: spreadInputs(limit) },
      read: (one: PlanCard): RateFigure | null => figureOf(one.items[item]),
      write: (one: PlanCard, given: RateFigure): PlanCard => ({
        ...one,
        items: { ...one.items, [item]: sourcedOf(given) },
      }),
    };
  });
  const section = { key, title: group, groups: [{ key, title: null, fields }] };
  return {
    ...{ key, part: 'plans', title: group },
    lines: fields.map((field) => lineOf(field, field.read(card))),
    edit: { kind: 'plan card', section, card },
  };
}

function claimsSection(card: PlanCard): RegisterSection {
  return {
    ...{ key: 'claims', part: 'plans', title: 'Claims of others' },
    lines: card.claims.map(
      ({ text, pounds, source }, i): RegisterLine => ({
        key: `claims.${i}`,
        label: text,
        meaning: 'A claim, never a figure of ours.',
        value: rateText(pounds, '£'),
        range: null,
        standing: source ? 'sourced' : 'assumed',
        source: source && sourceText(source),
      }),
    ),
    edit: { kind: 'claims', card },
  };
}

function ratesSection(section: RateSection, card: RateCard): RegisterSection {
  return {
    ...{ key: `rates-${section.key}`, part: 'rates', title: section.title },
    lines: section.groups.flatMap(({ title, toggle, fields }) =>
      fields.map((field) => {
        const line = lineOf(field, field.read(card));
        const isOff = toggle !== undefined && !toggle.read(card);
        const label = title ? `${title}: ${line.label.toLowerCase()}` : line.label;
        const off = toggle?.keepsFigures ? 'not to be used' : 'must not be crossed';
        return isOff ? { ...line, label, meaning: `${line.meaning} As said, ${off}.` } : { ...line, label };
      }),
    ),
    edit: { kind: 'rates', section, card },
  };
}

function deviceSection(device: DeviceProfile): RegisterSection {
  const { id, name, steps, licence } = device;
  const most = Math.max(...steps.value.map(({ megabitsPerSecond }) => megabitsPerSecond));
  return {
    ...{ key: `radio-${id}`, part: 'radios', title: name },
    lines: [
      ...DEVICE_FIELDS.map((field) => {
        const end = field.key.startsWith('hub.')
          ? 'Hub: '
          : field.key.startsWith('premises.')
            ? 'Premises: '
            : '';
        const label = end ? `${end}${field.label.toLowerCase()}` : field.label;
        const { key, meaning = '', inputs } = field;
        return plainLine({ key: `${id}.${key}`, label, meaning, inputs }, field.read(device));
      }),
      {
        key: `${id}.steps`,
        label: 'Rates',
        meaning: 'By how strong the signal is.',
        value: `${steps.value.length} steps, up to ${most.toLocaleString('en-GB')} Mbit/s`,
        range: null,
        ...standingOf(steps.source),
      },
      {
        key: `${id}.licence`,
        label: 'Licence and its fee',
        meaning: '',
        value: [licence.name || 'licence not known', licence.fee ?? 'fee not known'].join('; '),
        range: null,
        ...standingOf(licence.eirpLimitDbm.source),
      },
    ],
    edit: { kind: 'radio', device },
  };
}

function leverSection(lever: Lever): RegisterSection {
  const known = LEVERS_KNOWN.find(({ key }) => lever.id === key || lever.id.startsWith(`${key}:`));
  const title = known?.title ?? lever.kind;
  const key = `lever-${lever.id.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
  const { cost } = lever;
  const field = {
    ...{ key: 'cost', label: 'What it costs the council', meaning: known?.costsCouncil ?? '' },
    inputs: spreadInputs(LEVER_LIMIT),
    read: (one: Lever): RateFigure | null =>
      one.cost && { values: [one.cost.low, one.cost.mid, one.cost.high], source: one.source },
    write: (one: Lever, given: RateFigure): Lever => ({
      ...one,
      cost: {
        ...sourcedOf(given).value,
        unit: one.cost?.unit ?? '£',
        basis: given.source ? 'published' : 'assumed',
      },
      source: given.source,
    }),
  };
  const line = lineOf(field, field.read(lever));
  const isAssumed = cost?.basis === 'assumed';
  return {
    ...{ key, part: 'levers', title },
    lines: [
      cost
        ? { ...line, ...(isAssumed ? { standing: 'assumed' as const } : {}) }
        : { ...line, value: 'not known, or by what is built', standing: 'not known' as const },
    ],
    edit: {
      kind: 'lever',
      section: { key, title, groups: [{ key, title: null, fields: [field] }] },
      lever,
    },
  };
}

const LEVER_LIMIT = { low: 0, high: 1e9, unit: '£' };

function leverProblems({ cost }: Lever): RateProblem[] {
  if (!cost) return [];
  const { low, mid, high } = cost;
  if (mid < low) return [{ place: 'cost.mid', text: `Cost, mid: write at least the low figure, ${low}.` }];
  if (high < mid) return [{ place: 'cost.high', text: `Cost, high: write at least the mid figure, ${mid}.` }];
  return [];
}

interface Named {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly inputs: readonly FigureInput[];
}

function lineOf(named: Named, figure: RateFigure | null): RegisterLine {
  const { key, label, meaning, value, range, source } = figureLine(named, figure);
  return {
    ...{ key, label, meaning, range, source, value: value ?? 'not priced' },
    standing: figure === null ? 'chosen' : source ? 'sourced' : 'assumed',
  };
}

/** Numbers that are no spread: "57–66 GHz", "£200–£400, 2024". */
function plainLine(named: Named, { values, source }: RateFigure): RegisterLine {
  const { key, label, meaning, inputs } = named;
  if (inputs.length === 1)
    return { ...lineOf(named, { values, source }), ...(values[0] === null ? { value: 'not known' } : {}) };
  const words = inputs.map(({ limit, label: name }, i) => {
    const value = values[i];
    const unit = limit.unit === 'pounds' ? '£' : limit.unit;
    // Years have no comma.
    if (value === null) return 'year not known';
    return unit === ''
      ? String(value)
      : `${inputs[0].limit === limit ? '' : `${name.toLowerCase()} `}${rateText(value, unit)}`;
  });
  return {
    key,
    label,
    meaning,
    value: words.join(' – ').replace(/ – (?=\d{4}$|year)/, ', '),
    range: null,
    ...standingOf(source),
  };
}

function standingOf(source: RateFigure['source']): Pick<RegisterLine, 'standing' | 'source'> {
  return { standing: source ? 'sourced' : 'assumed', source: source && sourceText(source) };
}
