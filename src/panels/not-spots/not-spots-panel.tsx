import type { ReactNode } from 'react';
import { wardView } from '../../stores/derived/ward-view.ts';
import { useAnalysis, useProject, useView } from '../app-provider.tsx';
import { AnalysisNotes } from './analysis-notes.tsx';
import { CountingState } from './counting-state.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { FirstHint } from './first-hint.tsx';
import { HeadlineSection } from './headline-section.tsx';
import { LayerList } from './layer-list.tsx';
import { MapLegend } from './map-legend.tsx';
import { RecipeControl } from './recipe-control.tsx';
import { WardPanel } from './ward-panel.tsx';
import { WorstWards } from './worst-wards.tsx';

export interface NotSpotsPanelProps {
  /** A way to drop files in, shown where nothing is loaded. */
  readonly dropZone: ReactNode;
}

/** The main page's panel: the headline and all that stands behind it, or one ward's own view. */
export function NotSpotsPanel({ dropZone }: NotSpotsPanelProps) {
  const analysis = useAnalysis((state) => state.analysis);
  const working = useAnalysis((state) => state.status === 'working');
  const project = useProject((state) => state.project);
  const opening = working && project.layers.length === 0;
  const wardCode = useView((state) => state.wardCode);
  const ward = analysis && wardCode ? wardView(analysis, project, wardCode) : null;
  if (ward && analysis) return <WardPanel ward={ward} analysis={analysis} />;
  return (
    <>
      {analysis ? <HeadlineSection analysis={analysis} /> : <CountingState dropZone={dropZone} />}
      {analysis ? <FirstHint analysis={analysis} /> : null}
      {project.layers.length > 0 ? <RecipeControl /> : null}
      {analysis ? <WorstWards analysis={analysis} /> : null}
      {analysis ? <MapLegend /> : null}
      {opening ? null : <LayerList analysis={analysis} />}
      {analysis ? <AnalysisNotes analysis={analysis} /> : null}
      {analysis ? <ExportButtons /> : null}
    </>
  );
}
