import type { RateCard } from '../../domain/cost/rate-card.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanCard } from '../../domain/plan/plan-card.ts';
import { PLAN_GROUPS } from '../../domain/plan/plan-card-words.ts';
import { registerOf } from '../../domain/plan/register.ts';
import type { Project } from '../../domain/project/project.ts';
import { RADIO_FIELDS } from './radio-fields.ts';
import { rateText } from './rate-lines.ts';
import { type RateSection, rateSections } from './rate-sections.ts';
import { registerDeviceSection } from './register-device-section.ts';
import { registerLeverSection } from './register-lever-section.ts';
import { plainLine, registerLine, standingOf } from './register-line.ts';
import { registerPlanSection } from './register-plan-section.ts';
import type { RegisterLine, RegisterSection } from './register-section.ts';
import { rememberLast } from './remember-last.ts';

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
      ...PLAN_GROUPS.map((group) => registerPlanSection(group, register.planCard)),
      claimsSection(register.planCard),
      ...rateSections(register.rates).map((section) => ratesSection(section, register.rates)),
      ...devices.map(registerDeviceSection),
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
      ...register.levers.map(registerLeverSection),
    ];
  },
);

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
        ...standingOf(source),
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
        const line = registerLine(field, field.read(card));
        const isOff = toggle !== undefined && !toggle.read(card);
        const label = title ? `${title}: ${line.label.toLowerCase()}` : line.label;
        const off = toggle?.keepsFigures ? 'not to be used' : 'must not be crossed';
        return isOff ? { ...line, label, meaning: `${line.meaning} As said, ${off}.` } : { ...line, label };
      }),
    ),
    edit: { kind: 'rates', section, card },
  };
}
