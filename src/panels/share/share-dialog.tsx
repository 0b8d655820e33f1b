import { useState } from 'react';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { ShareQuestion } from '../../workers/share-links.ts';
import { FileWay } from './file-way.tsx';
import { LinkWay } from './link-way.tsx';
import './share.css';

export interface ShareDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Shares the work as a link or a file, and lists all that will leave before it does. Nothing confidential leaves. */
export function ShareDialog({ open, onClose }: ShareDialogProps) {
  return (
    <ModalDialog title="Share this work" open={open} onClose={onClose}>
      <Ways />
    </ModalDialog>
  );
}

function Ways() {
  const [way, setWay] = useState<ShareQuestion['way']>('link');
  return (
    <>
      <Segmented
        legend="How to share"
        options={[
          { value: 'link', label: 'A link' },
          { value: 'file', label: 'A file for others' },
        ]}
        value={way}
        onChange={setWay}
      />
      {way === 'link' ? <LinkWay onFile={() => setWay('file')} /> : <FileWay />}
    </>
  );
}
