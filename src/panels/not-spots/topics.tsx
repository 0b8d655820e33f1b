import { type ComponentType, lazy } from 'react';
import type { Topic } from '../../stores/view-store.ts';

/** A topic of the Not-spots page: what its panel and the table below the map are about. Fetched when first opened. */
export interface TopicSurface {
  readonly topic: Topic;
  readonly label: string;
  readonly tableTitle: string;
  readonly Panel: ComponentType;
  readonly Table: ComponentType;
}

/** Every topic but the wards, which are the first screen's own, in the order shown. */
export const OTHER_TOPICS: readonly TopicSurface[] = [
  {
    topic: 'clusters',
    label: 'Clusters',
    tableTitle: 'Clusters',
    Panel: lazy(async () => {
      const { ClustersPanel } = await import('../clusters/clusters-panel.tsx');
      return { default: ClustersPanel };
    }),
    Table: lazy(async () => {
      const { ClustersTablePanel } = await import('../clusters/clusters-table-panel.tsx');
      return { default: ClustersTablePanel };
    }),
  },
  {
    topic: 'areas',
    label: 'Areas',
    tableTitle: 'Areas',
    Panel: lazy(async () => {
      const { AreasPanel } = await import('../areas/areas-panel.tsx');
      return { default: AreasPanel };
    }),
    Table: lazy(async () => {
      const { AreasTablePanel } = await import('../areas/areas-table-panel.tsx');
      return { default: AreasTablePanel };
    }),
  },
  {
    topic: 'compare',
    label: 'Compare',
    tableTitle: 'Wards compared',
    Panel: lazy(async () => {
      const { ComparePanel } = await import('../compare/compare-panel.tsx');
      return { default: ComparePanel };
    }),
    Table: lazy(async () => {
      const { CompareTablePanel } = await import('../compare/compare-table-panel.tsx');
      return { default: CompareTablePanel };
    }),
  },
  {
    topic: 'before-after',
    label: 'Before/after',
    tableTitle: 'Before and after',
    Panel: lazy(async () => {
      const { BeforeAfterPanel } = await import('../before-after/before-after-panel.tsx');
      return { default: BeforeAfterPanel };
    }),
    Table: lazy(async () => {
      const { BeforeAfterTablePanel } = await import('../before-after/before-after-table-panel.tsx');
      return { default: BeforeAfterTablePanel };
    }),
  },
];

/** The surface of a topic; undefined for the wards. */
export function surfaceOf(topic: Topic): TopicSurface | undefined {
  return OTHER_TOPICS.find((one) => one.topic === topic);
}
