import { lazy, type ReactNode } from 'react';
import { useView } from '../panels/app-provider.tsx';
import { NotSpotsPanel } from '../panels/not-spots/not-spots-panel.tsx';

/** What the panel holds on the page on show. */
export function PagePanel({ dropZone }: { readonly dropZone: ReactNode }) {
  const page = useView((state) => state.page);
  if (page === 'data') return <DataPanel dropZone={dropZone} />;
  if (page === 'work') return <WorkPanel />;
  if (page === 'accessibility') return <AccessibilityPanel />;
  if (page === 'privacy') return <PrivacyPanel />;
  if (page === 'not-spots') return <NotSpotsPanel dropZone={dropZone} />;
  if (page === 'premises') return <PremisesPanel />;
  if (page === 'rooftops') return <RooftopsPanel />;
  return <InterventionsPanel />;
}

// Not needed for the first screen, so not part of what is fetched for it.
const DataPanel = lazy(async () => {
  const { DataPanel } = await import('../panels/data/data-panel.tsx');
  return { default: DataPanel };
});
const AccessibilityPanel = lazy(async () => {
  const { AccessibilityPanel } = await import('../panels/accessibility-panel.tsx');
  return { default: AccessibilityPanel };
});
const PrivacyPanel = lazy(async () => {
  const { PrivacyPanel } = await import('../panels/privacy-panel.tsx');
  return { default: PrivacyPanel };
});
const WorkPanel = lazy(async () => {
  const { WorkPanel } = await import('../panels/work/work-panel.tsx');
  return { default: WorkPanel };
});
const PremisesPanel = lazy(async () => {
  const { PremisesPanel } = await import('../panels/premises/premises-panel.tsx');
  return { default: PremisesPanel };
});
const RooftopsPanel = lazy(async () => {
  const { RooftopsPanel } = await import('../panels/rooftops/rooftops-panel.tsx');
  return { default: RooftopsPanel };
});
const InterventionsPanel = lazy(async () => {
  const { InterventionsPanel } = await import('../panels/interventions/interventions-panel.tsx');
  return { default: InterventionsPanel };
});
