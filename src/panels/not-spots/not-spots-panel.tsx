import { lazy, memo, type ReactNode, Suspense, useCallback, useDeferredValue } from 'react';
import { selectWard } from '../../actions/select-ward.ts';
import { definitionInForce } from '../../stores/derived/definition-in-force.ts';
import { wardView } from '../../stores/derived/ward-view.ts';
import { useAnalysis, useApp, useProject, useView } from '../app-provider.tsx';
import { useEscape } from '../use-escape.ts';
import { CountingState } from './counting-state.tsx';
import { FirstHint } from './first-hint.tsx';
import { HeadlineSection } from './headline-section.tsx';
import { MapLegend } from './map-legend.tsx';
import { RecipeControl } from './recipe-control.tsx';
import { TopicNav } from './topic-nav.tsx';
import { surfaceOf } from './topics.tsx';
import { WorstWards } from './worst-wards.tsx';

// Not needed for the first screen, so not part of what is fetched for it.
const UseTable = lazy(async () => {
  const { UseTable } = await import('./use-table.tsx');
  return { default: memo(UseTable) };
});
const LayerList = lazy(async () => {
  const { LayerList } = await import('./layer-list.tsx');
  return { default: LayerList };
});
const AnalysisNotes = lazy(async () => {
  const { AnalysisNotes } = await import('./analysis-notes.tsx');
  return { default: AnalysisNotes };
});
const ExportButtons = lazy(async () => {
  const { ExportButtons } = await import('./export-buttons.tsx');
  return { default: ExportButtons };
});
const WardCharts = lazy(async () => {
  const { WardCharts } = await import('./ward-charts.tsx');
  return { default: memo(WardCharts) };
});
const WardPanel = lazy(async () => {
  const { WardPanel } = await import('./ward-panel.tsx');
  return { default: WardPanel };
});

const PrintedFingerprints = lazy(async () => {
  const { PrintedFingerprints } = await import('../explain/printed-fingerprints.tsx');
  return { default: PrintedFingerprints };
});

export interface NotSpotsPanelProps {
  /** A way to drop files in, shown where nothing is loaded. */
  readonly dropZone: ReactNode;
}

/** The main page's panel: its topics, and the panel of the one that is open. */
export function NotSpotsPanel({ dropZone }: NotSpotsPanelProps) {
  const topic = useView((state) => state.topic);
  const words = useAnalysis((state) => (state.analysis ? definitionInForce(state.analysis) : null));
  const counted = words !== null;
  const surface = surfaceOf(topic);
  const context = useApp();
  const hasWard = useView((state) => state.wardCode !== null && state.clusters.id === null);
  const clearWard = useCallback(() => selectWard(context, null), [context]);
  // The ward's own view and a cluster's take Escape themselves.
  useEscape(surface && hasWard ? clearWard : null);
  return (
    <>
      {counted ? <TopicNav /> : null}
      {surface && counted ? <p className="headline print-only">{words}</p> : null}
      {surface && counted ? (
        <Suspense fallback={<p className="headline">Opening {surface.label.toLowerCase()} …</p>}>
          <surface.Panel />
        </Suspense>
      ) : (
        <WardsTopic dropZone={dropZone} />
      )}
      <Suspense>{counted ? <PrintedFingerprints /> : null}</Suspense>
    </>
  );
}

/** The headline and all that stands behind it, or one ward's own view. */
function WardsTopic({ dropZone }: NotSpotsPanelProps) {
  const analysis = useAnalysis((state) => state.analysis);
  // The headline first: charts and tables of a new count follow in tasks of their own.
  const later = useDeferredValue(analysis);
  const working = useAnalysis((state) => state.status === 'working');
  const project = useProject((state) => state.project);
  const opening = working && project.layers.length === 0;
  const wardCode = useView((state) => state.wardCode);
  const ward = analysis && wardCode ? wardView(analysis, project, wardCode) : null;
  if (ward && analysis)
    return (
      <Suspense fallback={<p className="headline">Opening {ward.name} …</p>}>
        <WardPanel ward={ward} analysis={analysis} />
      </Suspense>
    );
  return (
    <>
      {analysis ? <HeadlineSection analysis={analysis} /> : <CountingState dropZone={dropZone} />}
      {analysis ? <FirstHint analysis={analysis} /> : null}
      {project.layers.length > 0 ? <RecipeControl /> : null}
      {analysis ? <WorstWards analysis={analysis} /> : null}
      {analysis && later ? (
        <Suspense fallback={null}>
          <WardCharts analysis={later} wardCode={null} />
        </Suspense>
      ) : null}
      {analysis && later?.byUse ? (
        <Suspense>
          <UseTable analysis={later} place={later.units.length - 1} />
        </Suspense>
      ) : null}
      {analysis ? <MapLegend /> : null}
      <Suspense>{opening ? null : <LayerList analysis={analysis} />}</Suspense>
      {analysis ? (
        <Suspense fallback={null}>
          <AnalysisNotes analysis={analysis} />
          <ExportButtons />
        </Suspense>
      ) : null}
    </>
  );
}
