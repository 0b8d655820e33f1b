import { useCallback } from 'react';
import { startDigPicking } from '../../actions/set-interventions-view.ts';
import type { DigPicking } from '../../stores/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { useEscape } from '../use-escape.ts';

/** While a place on the map is waited for: what for, how it is given without a pointer, and the way out. */
export function DigPickingNotice() {
  const context = useApp();
  const picking = useView(({ interventions }) => interventions.picking);
  const stop = useCallback(() => startDigPicking(context, null), [context]);
  useEscape(picking ? stop : null);
  if (!picking) return null;
  return (
    <Notice title={WAITS_FOR[picking.kind]}>
      <p>
        Click the map; or, with the keyboard on the map, bring the place under the cross with the arrow keys
        and press Enter. Escape ends this.
      </p>
      {picking.kind === 'corner' ? null : (
        <Button kind="quiet" onClick={stop}>
          Choose no place
        </Button>
      )}
    </Notice>
  );
}

const WAITS_FOR: Readonly<Record<DigPicking['kind'], string>> = {
  corner: 'Choose the corners of the shape, one after the other',
  'new-root': 'Choose where fibre can come from',
  'move-root': 'Choose where the fibre point moves to',
};
