import { useCallback } from 'react';
import { startPicking } from '../../actions/pick-place.ts';
import type { Picking } from '../../stores/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { useEscape } from '../use-escape.ts';

/** While a place on the map is waited for: what for, how it is given without a pointer, and the way out. */
export function PickingNotice() {
  const context = useApp();
  const picking = useView(({ rooftops }) => rooftops.picking);
  const stop = useCallback(() => startPicking(context, null), [context]);
  useEscape(picking ? stop : null);
  if (!picking) return null;
  return (
    <div className="picking">
      <Notice title={WAITS_FOR[picking.kind]}>
        <p>
          Click the map; or, with the keyboard on the map, bring the place under the cross with the arrow keys
          and press Enter. Escape ends this.
        </p>
        <Button kind="quiet" onClick={stop}>
          Choose no place
        </Button>
      </Notice>
    </div>
  );
}

const WAITS_FOR: Readonly<Record<Picking['kind'], string>> = {
  'new-site': 'Choose where the site stands',
  'move-site': 'Choose where the site moves to',
  'link-end': 'Choose where the link ends',
  premises: 'Choose a premises',
};
