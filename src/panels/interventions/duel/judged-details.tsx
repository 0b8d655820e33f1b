import type { Evaluated } from '../../../domain/evaluation/evaluation.ts';
import type { Unit } from '../../../domain/premises/premises-table.ts';
import { barrierText } from '../../../stores/derived/barrier-text.ts';
import { capitalised } from '../../../stores/derived/capitalised.ts';
import { failureText } from '../../../stores/derived/failure-text.ts';
import { recipeLiftText, wardLiftText } from '../../../stores/derived/lift-text.ts';
import { unbroken } from '../../../stores/derived/unbroken.ts';
import { unitWord } from '../../../stores/derived/unit-noun.ts';
import { unitsText } from '../../../stores/derived/units-text.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useStandingCaption } from '../standing-title.tsx';

export interface JudgedDetailsProps {
  readonly judged: Evaluated;
  readonly unit: Unit;
  /** ISO day at which works begin. */
  readonly worksFrom: string;
}

/** What one design lifts by ward and by definition, what fails with many behind it, what it meets, and what is assumed. */
export function JudgedDetails({ judged, unit, worksFrom }: JudgedDetailsProps) {
  const { byWard, byRecipe, failures, barriers, notes } = judged;
  return (
    <>
      <h4>By ward</h4>
      <table className="cost-table duel-wards">
        <caption className="unseen">
          {useStandingCaption(`${capitalised(unitWord(unit, 2))} served in each ward`)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Ward</th>
            <th scope="col">Served</th>
            <th scope="col">Usable</th>
            <th scope="col">Gigabit</th>
          </tr>
        </thead>
        <tbody>
          {wardLiftText(byWard).map(({ key, name, served, usable, gigabit }) => (
            <tr key={key}>
              <th scope="row" className="anywhere">
                {name}
              </th>
              <td className="number">{served}</td>
              <td className="number">{usable}</td>
              <td className="number">{gigabit}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h4>By definition</h4>
      <dl className="dig-facts duel-recipes">
        {byRecipe.map((lift) => (
          <div key={lift.recipeId}>
            <dt className="anywhere">{lift.name}</dt>
            <dd className="number-wrap">{unbroken(recipeLiftText(lift))}</dd>
          </div>
        ))}
      </dl>
      <h4>Single points of failure</h4>
      {failures.length === 0 ? (
        <p className="small soft">None: nothing has more than one {unitWord(unit, 1)} behind it.</p>
      ) : (
        <ul className="notes small">
          {failures.map((point) => (
            <li key={`${point.kind} ${point.id}`} className="anywhere">
              {failureText(point)}: {unitsText(point.units, unit)} behind it
            </li>
          ))}
        </ul>
      )}
      <h4 className={barriers.length > 0 ? 'screen-only' : undefined}>What it meets</h4>
      {barriers.length === 0 ? (
        <p className="small soft">No barrier is known on its way, which does not mean that there is none.</p>
      ) : (
        <Disclosure
          className="small"
          summary={`${barriers.length} ${barriers.length === 1 ? 'barrier' : 'barriers'}`}
        >
          <ul className="notes">
            {barriers.map((barrier) => {
              const { id, title, details } = barrierText(barrier, worksFrom);
              return (
                <li key={id} className="anywhere">
                  {title}: {details}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      )}
      {notes.length > 0 ? (
        <>
          <h4 className="screen-only">Assumed, and not known</h4>
          <Disclosure
            className="small"
            summary={`${notes.length} ${notes.length === 1 ? 'thing' : 'things'}`}
          >
            <ul className="notes">
              {notes.map((note) => (
                <li key={note} className="anywhere">
                  {note}
                </li>
              ))}
            </ul>
          </Disclosure>
        </>
      ) : null}
    </>
  );
}
