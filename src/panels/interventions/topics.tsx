import { type ComponentType, lazy } from 'react';
import type { InterventionTopic } from '../../stores/view-store.ts';

/** A topic of the Interventions page: what its panel and the table below the map are about. Fetched when first opened. */
export interface InterventionSurface {
  readonly topic: InterventionTopic;
  readonly label: string;
  readonly Panel: ComponentType;
  readonly Table: ComponentType;
}

const DigTable = lazy(async () => {
  const { DigTablePanel } = await import('./dig/dig-table-panel.tsx');
  return { default: DigTablePanel };
});

const PlanTable = lazy(async () => {
  const { PlanTablePanel } = await import('./duel/plan-table-panel.tsx');
  return { default: PlanTablePanel };
});

/** Every topic, in the order shown. */
export const INTERVENTION_SURFACES: readonly InterventionSurface[] = [
  {
    topic: 'duel',
    label: 'Duel',
    Panel: lazy(async () => {
      const { DuelPanel } = await import('./duel/duel-panel.tsx');
      return { default: DuelPanel };
    }),
    Table: PlanTable,
  },
  {
    topic: 'barriers',
    label: 'Barriers',
    Panel: lazy(async () => {
      const { BarriersPanel } = await import('./barriers/barriers-panel.tsx');
      return { default: BarriersPanel };
    }),
    Table: PlanTable,
  },
  {
    topic: 'cheapest',
    label: 'Cheapest',
    Panel: lazy(async () => {
      const { CheapestPanel } = await import('./cheapest/cheapest-panel.tsx');
      return { default: CheapestPanel };
    }),
    Table: PlanTable,
  },
  {
    topic: 'compare-plans',
    label: 'Compare',
    Panel: lazy(async () => {
      const { ComparePlansPanel } = await import('./compare-plans/compare-plans-panel.tsx');
      return { default: ComparePlansPanel };
    }),
    Table: PlanTable,
  },
  {
    topic: 'register',
    label: 'Register',
    Panel: lazy(async () => {
      const { RegisterPanel } = await import('./register/register-panel.tsx');
      return { default: RegisterPanel };
    }),
    Table: PlanTable,
  },
  {
    topic: 'dig',
    label: 'Dig',
    Panel: lazy(async () => {
      const { DigPanel } = await import('./dig/dig-panel.tsx');
      return { default: DigPanel };
    }),
    Table: DigTable,
  },
  {
    topic: 'rates',
    label: 'Rates',
    Panel: lazy(async () => {
      const { RatesPanel } = await import('./rates/rates-panel.tsx');
      return { default: RatesPanel };
    }),
    Table: DigTable,
  },
];

/** The surface of a topic. */
export function interventionSurface(topic: InterventionTopic): InterventionSurface {
  return INTERVENTION_SURFACES.find((one) => one.topic === topic) ?? INTERVENTION_SURFACES[0];
}
