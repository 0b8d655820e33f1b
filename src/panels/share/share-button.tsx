import { Button } from '../../ui/button.tsx';
import { useShareDialog } from './use-share-dialog.tsx';

/** Opens the dialog from which work is shared. */
export function ShareButton() {
  const { show, dialog } = useShareDialog();
  return (
    <>
      <Button onClick={show}>Share this work …</Button>
      {dialog}
    </>
  );
}
