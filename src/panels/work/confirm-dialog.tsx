import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly open: boolean;
  /** The verb: what happens when it is pressed. */
  readonly verb: string;
  readonly isBusy?: boolean;
  /** Why it did not work; null where it was not tried, or did. */
  readonly problem?: string | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What goes, what stays. */
  readonly children: ReactNode;
}

/** Asks before something that cannot be undone; nothing happens on Escape. */
export function ConfirmDialog({
  title,
  open,
  verb,
  isBusy = false,
  problem = null,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) {
  return (
    <ModalDialog title={title} open={open} onClose={onClose}>
      {children}
      {problem ? <Notice kind="problem" title={problem} /> : null}
      <div className="row">
        <Button
          kind="main"
          aria-disabled={isBusy || undefined}
          onClick={() => (isBusy ? undefined : onConfirm())}
        >
          {isBusy ? `${verb} …` : verb}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </ModalDialog>
  );
}
