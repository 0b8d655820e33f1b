import { useEffect, useState } from 'react';
import { hoverWard, selectWard } from '../../actions/select-ward.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { wardsByNotSpots } from '../../stores/derived/ward-table.ts';
import { Button } from '../../ui/button.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { rememberOnce } from '../seen-once.ts';

/**
 * One sentence of what to try in the demo borough, and the tour. The worst ward stands out on the map and in the table
 * meanwhile. Once dismissed or followed, never shown again.
 */
export function FirstHint({ analysis }: { readonly analysis: Analysis }) {
  const context = useApp();
  const fictional = useProject((state) => state.project.fictional);
  const [seen, setSeen] = useState(() => rememberOnce.has('first-hint'));
  const worst = wardsByNotSpots(analysis)[0];
  const shown = fictional && !seen && worst !== undefined && analysis.ranksWards;
  const code = shown ? worst.code : null;
  useEffect(() => {
    if (code !== null) hoverWard(context, code);
  }, [context, code]);
  if (!shown) return null;
  const dismiss = (): void => {
    rememberOnce.add('first-hint');
    setSeen(true);
  };
  return (
    <aside className="hint" aria-label="What to try">
      <p>
        Try this: open <strong>{worst.name}</strong>, the ward with most not-spots, then change what counts as
        one. Or see it all in six steps.
      </p>
      <div className="row">
        <Button
          onClick={() => {
            dismiss();
            selectWard(context, worst.code);
          }}
        >
          Open {worst.name}
        </Button>
        <Button
          onClick={() => {
            dismiss();
            void takeTour(context);
          }}
        >
          Take the tour
        </Button>
        <Button kind="quiet" onClick={dismiss}>
          Hide this hint
        </Button>
      </div>
    </aside>
  );
}

/** Few take it: fetched when it is asked for. */
async function takeTour(context: ReturnType<typeof useApp>): Promise<void> {
  const { goToTourStep } = await import('../../actions/take-tour.ts');
  goToTourStep(context, 0);
}
