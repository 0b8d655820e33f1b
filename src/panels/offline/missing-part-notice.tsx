import type { ReactNode } from 'react';
import { capitalised } from '../../stores/derived/capitalised.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReloadButton } from './reload-button.tsx';
import { ReloadNote } from './reload-note.tsx';

export interface MissingPartNoticeProps {
  /** What cannot be drawn, as the person knows it: "the ward table"; null: something was asked for that cannot be done. */
  readonly what: string | null;
  /** It may only be slow. */
  readonly isLate?: boolean;
  readonly onDismiss?: () => void;
}

/** A part of the app did not arrive whole: what that means for the work, and the way to fetch it anew. */
export function MissingPartNotice({ what, isLate = false, onDismiss }: MissingPartNoticeProps) {
  return (
    <Notice kind="problem" title={titleOf(what, isLate)} onDismiss={onDismiss}>
      <p>
        {wordsOf(what, isLate)} <ReloadNote />
      </p>
      <ReloadButton isRepair>Reload</ReloadButton>
    </Notice>
  );
}

function titleOf(what: string | null, isLate: boolean): string {
  if (!isLate || what === null) return 'Part of the app could not be loaded.';
  return `${capitalised(what)} has not come yet.`;
}

function wordsOf(what: string | null, isLate: boolean): ReactNode {
  if (isLate) return 'Part of the app may not have arrived. The rest still works.';
  const why = 'there may be a newer version, or the network is in the way.';
  return what === null
    ? `Something you asked for could not be done: ${why} Reload, then try again.`
    : `What draws ${what} did not arrive whole: ${why} The rest still works.`;
}
