import type { ReachAnswer } from '../../../domain/radio/reach-answer.ts';
import { capitalised } from '../../../stores/derived/capitalised.ts';
import { mastIsExpected, mastSteps } from '../../../stores/derived/mast-steps.ts';
import { MetreBars } from '../../../ui/charts/metre-bars.tsx';

/** What each metre of mast adds over the site's own: the first metres lift it over its own roof and would dwarf them. */
export function MastChart({ reach, metres }: { readonly reach: ReachAnswer; readonly metres: number }) {
  const about = mastIsExpected(reach) ? ' (about)' : '';
  const own = Math.max(0, Math.floor(reach.mast.askedMetres));
  const bars = mastSteps(reach)
    .slice(own + 1)
    .map(({ metres: at, addedServed, addedNewly, served, newly }) => ({
      metres: at,
      value: addedServed,
      part: addedNewly,
      cells: [served, newly],
    }));
  if (bars.length === 0) return null;
  return (
    <MetreBars
      caption={`${capitalised(reach.unit)} that each metre over ${own} m serves`}
      bars={bars}
      at={metres}
      valueName="more served"
      partName={`of them not-spots${about}`}
      cellHeaders={['Served', `Newly served${about}`]}
    />
  );
}
