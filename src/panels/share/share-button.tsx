import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button.tsx';

const ShareDialog = lazy(async () => {
  const { ShareDialog } = await import('./share-dialog.tsx');
  return { default: ShareDialog };
});

export interface ShareButtonProps {
  /** 'link' among the words at the foot of a panel. */
  readonly look: 'button' | 'link';
}

/** Opens the dialog from which work is shared; what it needs is fetched then. */
export function ShareButton({ look }: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  const [fetched, setFetched] = useState(false);
  const show = (): void => {
    setFetched(true);
    setOpen(true);
  };
  return (
    <>
      {look === 'link' ? (
        <button type="button" className="link" onClick={show}>
          Share
        </button>
      ) : (
        <Button onClick={show}>Share this work …</Button>
      )}
      {fetched ? (
        <Suspense>
          <ShareDialog open={open} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
