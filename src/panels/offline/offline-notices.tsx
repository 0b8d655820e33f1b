import { useState } from 'react';
import { useStore } from 'zustand';
import type { OfflineState } from '../../stores/offline-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';
import { MissingPartNotice } from './missing-part-notice.tsx';
import { ReloadButton } from './reload-button.tsx';
import { ReloadNote } from './reload-note.tsx';

/** What there is to say about the app as a thing that was fetched: a part that is missing, a newer release, no network. */
export function OfflineNotices() {
  const { offline } = useApp();
  const state = useStore(offline);
  return (
    <>
      {state.isPartMissing ? (
        <MissingPartNotice what={null} onDismiss={() => offline.setState({ isPartMissing: false })} />
      ) : null}
      <ReleaseNotice release={state.release} />
      {state.isOnline ? null : <OfflineNotice kept={state.kept} />}
    </>
  );
}

function ReleaseNotice({ release }: Pick<OfflineState, 'release'>) {
  const [later, setLater] = useState<OfflineState['release']>('newest');
  if (release === 'newest' || release === later) return null;
  if (release === 'replaced') {
    return (
      <Notice kind="warning" title="This tab shows an older version.">
        <p>
          The newer one was started in another tab. Everything here goes on working; reload when it suits you.{' '}
          <ReloadNote />
        </p>
        <ReloadButton>Reload</ReloadButton>
      </Notice>
    );
  }
  return (
    <Notice title="A new version is ready.">
      <p>
        <ReloadNote />
      </p>
      <div className="row">
        <ReloadButton>Reload now</ReloadButton>
        <Button kind="quiet" onClick={() => setLater(release)}>
          Later
        </Button>
      </div>
    </Notice>
  );
}

/** Leaves when the network is back; put away, it comes again with the next loss of it. */
function OfflineNotice({ kept }: Pick<OfflineState, 'kept'>) {
  const [isAway, setAway] = useState(false);
  if (isAway) return null;
  return (
    <Notice title="You are offline." onDismiss={() => setAway(true)}>
      <p>
        {kept === 'yes'
          ? 'Everything works without a network, but for links to other sites and newer versions of this app.'
          : 'What is open goes on working. Parts not used yet may be missing until the network is back, so do not close this tab.'}
      </p>
    </Notice>
  );
}
