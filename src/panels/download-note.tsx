import type { DownloadOutcome } from '../actions/download.ts';
import { Notice } from '../ui/notice.tsx';

export interface DownloadNoteProps {
  /** null: nothing was asked for yet, or it is under way. */
  readonly outcome: DownloadOutcome | null;
  readonly onDismiss: () => void;
}

/** What became of a download: the file's name, or why there is none. */
export function DownloadNote({ outcome, onDismiss }: DownloadNoteProps) {
  if (!outcome) return null;
  if ('problem' in outcome) return <Notice kind="problem" title={outcome.problem} onDismiss={onDismiss} />;
  return (
    <p role="status" className="small soft anywhere">
      Downloaded {outcome.fileName}
    </p>
  );
}
