import { type ComponentType, lazy } from 'react';
import type { RooftopTopic } from '../../stores/view-store.ts';

/** A topic of the Rooftops page: what its panel and the table below the map are about. Fetched when first opened. */
export interface RooftopSurface {
  readonly topic: RooftopTopic;
  readonly label: string;
  readonly Panel: ComponentType;
  readonly Table: ComponentType;
}

const SitesTable = lazy(async () => {
  const { SitesTablePanel } = await import('./sites/sites-table-panel.tsx');
  return { default: SitesTablePanel };
});

/** Every topic, in the order shown. */
export const ROOFTOP_SURFACES: readonly RooftopSurface[] = [
  {
    topic: 'sites',
    label: 'Sites',
    Panel: lazy(async () => {
      const { SitesPanel } = await import('./sites/sites-panel.tsx');
      return { default: SitesPanel };
    }),
    Table: SitesTable,
  },
  {
    topic: 'reach',
    label: 'Reach',
    Panel: lazy(async () => {
      const { ReachPanel } = await import('./reach/reach-panel.tsx');
      return { default: ReachPanel };
    }),
    Table: lazy(async () => {
      const { ReachTablePanel } = await import('./reach/reach-table-panel.tsx');
      return { default: ReachTablePanel };
    }),
  },
  {
    topic: 'link',
    label: 'One link',
    Panel: lazy(async () => {
      const { LinkPanel } = await import('./link/link-panel.tsx');
      return { default: LinkPanel };
    }),
    Table: lazy(async () => {
      const { LinkTablePanel } = await import('./link/link-table-panel.tsx');
      return { default: LinkTablePanel };
    }),
  },
  {
    topic: 'premises',
    label: 'From a premises',
    Panel: lazy(async () => {
      const { SeesPanel } = await import('./premises/sees-panel.tsx');
      return { default: SeesPanel };
    }),
    Table: lazy(async () => {
      const { SeesTablePanel } = await import('./premises/sees-table-panel.tsx');
      return { default: SeesTablePanel };
    }),
  },
  {
    topic: 'radios',
    label: 'Radios',
    Panel: lazy(async () => {
      const { RadiosPanel } = await import('./radios/radios-panel.tsx');
      return { default: RadiosPanel };
    }),
    Table: SitesTable,
  },
];

/** The surface of a topic. */
export function rooftopSurface(topic: RooftopTopic): RooftopSurface {
  return ROOFTOP_SURFACES.find((one) => one.topic === topic) ?? ROOFTOP_SURFACES[0];
}
