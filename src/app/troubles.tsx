import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../panels/app-provider.tsx';
import { hasTrouble } from '../stores/derived/has-trouble.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** Messages about the kept work, fetched when the first stands; stay, to say when saving works again. */
export function Troubles() {
  const isThere = useStore(useApp().keep, hasTrouble);
  const [fetched, setFetched] = useState(false);
  if (isThere && !fetched) setFetched(true);
  if (!fetched) return null;
  return (
    <ErrorBoundary what="the messages about your work">
      <Suspense>
        <KeepNotices />
      </Suspense>
    </ErrorBoundary>
  );
}
const KeepNotices = lazy(async () => {
  const { KeepNotices } = await import('../panels/work/keep-notices.tsx');
  return { default: KeepNotices };
});
