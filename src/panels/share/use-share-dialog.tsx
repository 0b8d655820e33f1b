import { lazy, type ReactNode, Suspense, useState } from 'react';

const ShareDialog = lazy(async () => {
  const { ShareDialog } = await import('./share-dialog.tsx');
  return { default: ShareDialog };
});

/** The dialog from which work is shared, and what opens it; all it needs is fetched when it first opens. */
export function useShareDialog(): { readonly show: () => void; readonly dialog: ReactNode } {
  const [open, setOpen] = useState(false);
  const [fetched, setFetched] = useState(false);
  return {
    show: () => {
      setFetched(true);
      setOpen(true);
    },
    dialog: fetched ? (
      <Suspense>
        <ShareDialog open={open} onClose={() => setOpen(false)} />
      </Suspense>
    ) : null,
  };
}
