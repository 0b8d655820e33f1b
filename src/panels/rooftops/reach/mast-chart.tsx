import type { ReachAnswer } from '../../../domain/radio/reach-answer.ts';
import { mastIsExpected, mastSteps } from '../../../stores/derived/mast-steps.ts';
import { MetreBars } from '../../../ui/charts/metre-bars.tsx';

/** What each further metre of mast adds. */
export function MastChart({ reach, metres }: { readonly reach: ReachAnswer; readonly metres: number }) {
  const about = mastIsExpected(reach) ? ' (about)' : '';
  const bars = mastSteps(reach)
    .slice(1)
    .map(({ metres: at, addedServed, addedNewly, served, newly }) => ({
      metres: at,
      value: addedServed,
      part: addedNewly,
      cells: [served, newly],
    }));
  return (
    <MetreBars
      caption={`${reach.unit === 'premises' ? 'Premises' : capital(reach.unit)} that each further metre of mast serves`}
      bars={bars}
      at={metres}
      valueName="more served"
      partName={`of them not-spots${about}`}
      cellHeaders={['Served', `Newly served${about}`]}
    />
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
