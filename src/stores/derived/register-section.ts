import type { RateCard } from '../../domain/cost/rate-card.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import type { PlanCard } from '../../domain/plan/plan-card.ts';
import type { DeviceProfile } from '../../domain/radio/device.ts';
import type { FiguresSection, RateSection } from './rate-sections.ts';
import type { SourceText } from './source-text.ts';

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
