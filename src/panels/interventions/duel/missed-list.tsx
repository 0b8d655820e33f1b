import type { PlanMissed } from '../../../stores/derived/plan-missed.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';

/** Whom a design leaves out, by why, and what would change it. */
export function MissedList({ groups }: { readonly groups: readonly PlanMissed[] }) {
  return (
    <>
      <h4>Left out</h4>
      {groups.length === 0 ? <p className="small soft">Nobody: all that were asked for are served.</p> : null}
      {groups.map(({ key, number, why, remedy, places, more }) => (
        <div key={key} className="missed-group">
          <p>
            <strong className="number-wrap">{number}</strong>: {why}. {remedy}
          </p>
          <Disclosure className="small" summary="List them">
            <ul className="missed-list">
              {places.map((place) => (
                <li key={place.key} className="anywhere number-wrap">
                  {place.name}
                </li>
              ))}
            </ul>
            {more > 0 ? (
              <p className="soft">
                and {more.toLocaleString('en-GB')} more: the table below the map has all.
              </p>
            ) : null}
          </Disclosure>
        </div>
      ))}
    </>
  );
}
