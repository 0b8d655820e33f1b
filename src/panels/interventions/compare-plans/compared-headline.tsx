import { comparePlans } from '../../../actions/set-interventions-view.ts';
import type { ComparedPlans } from '../../../domain/evaluation/compared-plans.ts';
import { comparedText } from '../../../stores/derived/compared-text.ts';
import { CHANGE_LOOKS } from '../../../stores/derived/plan-looks.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useApp, useView } from '../../app-provider.tsx';
import { LookSwatch } from '../../rooftops/look-swatch.tsx';

export interface ComparedHeadlineProps {
  readonly compared: ComparedPlans;
  readonly isEarlier: boolean;
}

/** Who is gained and lost with each of the other plans in the stead of the first; which of them the map shows. */
export function ComparedHeadline({ compared, isEarlier }: ComparedHeadlineProps) {
  const context = useApp();
  const ids = useView(({ interventions }) => interventions.compared);
  const text = comparedText(compared);
  return (
    <div className={isEarlier ? 'dig-result dig-earlier' : 'dig-result'}>
      {isEarlier ? (
        <p className="earlier-line">
          <Badge>earlier</Badge> This is of the plans as they were before the last change.
        </p>
      ) : null}
      {text.others.map(({ name, sentence, gained, lost, otherWay }) => (
        <div key={name}>
          <p className="anywhere">{sentence}</p>
          <ul className="gained-lost">
            <li>
              <LookSwatch look={CHANGE_LOOKS.gained} /> <strong className="number">{gained}</strong> gained
            </li>
            <li>
              <LookSwatch look={CHANGE_LOOKS.lost} /> <strong className="number">{lost}</strong> lost
            </li>
            <li>
              <LookSwatch look={CHANGE_LOOKS['other way']} /> <strong className="number">{otherWay}</strong>{' '}
              served another way
            </li>
          </ul>
        </div>
      ))}
      {text.others.length > 1 && ids.length > 1 ? (
        <div>
          <p className="field-label">On the map and in the table: what changes with</p>
          <Segmented
            legend="Which plan the map holds against the first"
            value={ids[0]}
            onChange={(first) => comparePlans(context, [first, ...ids.filter((id) => id !== first)])}
            options={text.others.map(({ name }, at) => ({ value: ids[at], label: name }))}
          />
        </div>
      ) : null}
      {text.notes.map((note) => (
        <p key={note} className="small anywhere">
          {note}
        </p>
      ))}
    </div>
  );
}
