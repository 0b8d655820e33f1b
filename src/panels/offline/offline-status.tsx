import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { OfflineState } from '../../stores/offline-store.ts';
import { Badge } from '../../ui/badge.tsx';
import { useApp } from '../app-provider.tsx';

/** Whether this browser opens the app without a network, and whether it is installed. */
export function OfflineStatus() {
  const kept = useStore(useApp().offline, (state) => state.kept);
  const isInstalled = useInstalled();
  return (
    <div className="stack">
      <h3>Without a network</h3>
      <div role="status">
        <ul className="plain-list">
          <li className="lock-line">
            <span>Opens without a network:</span>
            <Badge kind={kept === 'no' || kept === 'impossible' ? 'refused' : 'plain'}>
              {KEPT[kept].answer}
            </Badge>
          </li>
          <li className="lock-line">
            <span>Installed as an app:</span>
            <Badge kind="plain">{isInstalled ? 'yes, this is it' : 'no, open in the browser'}</Badge>
          </li>
        </ul>
      </div>
      <p>{KEPT[kept].words}</p>
    </div>
  );
}

const KEPT: Record<OfflineState['kept'], { readonly answer: string; readonly words: string }> = {
  yes: {
    answer: 'yes',
    words:
      'The app’s own files and the demo borough are kept in this browser. Reading, counting, maps and exports need no network; links to other sites and newer versions do. Your browser’s menu can install it.',
  },
  working: { answer: 'not yet', words: 'The app’s own files are being fetched. Stay online for a moment.' },
  no: {
    answer: 'no',
    words:
      'The app’s own files could not all be fetched, so they are not kept. Reload when the network is well. Until then the app works while it is open.',
  },
  impossible: {
    answer: 'no',
    words:
      'This browser keeps no files of this address: it needs https, and no private window. The app works while you are online.',
  },
};

function useInstalled(): boolean {
  const [isInstalled, setInstalled] = useState(() => matchMedia(STANDALONE).matches);
  useEffect(() => {
    const query = matchMedia(STANDALONE);
    const tell = (): void => setInstalled(query.matches);
    query.addEventListener('change', tell);
    return () => query.removeEventListener('change', tell);
  }, []);
  return isInstalled;
}

const STANDALONE = '(display-mode: standalone)';
