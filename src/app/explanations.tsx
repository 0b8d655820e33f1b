import { lazy, Suspense, useState } from 'react';
import { useView } from '../panels/app-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** The explanation of a figure, fetched when the first is asked for; stays, so that closing gives the focus back. */
export function Explanations() {
  const asked = useView((state) => state.explained !== null);
  const [fetched, setFetched] = useState(false);
  if (asked && !fetched) setFetched(true);
  if (!fetched) return null;
  return (
    <ErrorBoundary what="the explanation">
      <Suspense>
        <FigureDialog />
      </Suspense>
    </ErrorBoundary>
  );
}
const FigureDialog = lazy(async () => {
  const { FigureDialog } = await import('../panels/explain/figure-dialog.tsx');
  return { default: FigureDialog };
});
