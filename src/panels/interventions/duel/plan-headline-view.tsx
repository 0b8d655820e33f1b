import type { PlanEvaluation } from '../../../domain/evaluation/evaluation.ts';
import type { BuiltIntervention } from '../../../domain/plan/intervention.ts';
import { capitalised } from '../../../stores/derived/capitalised.ts';
import { planHeadline } from '../../../stores/derived/plan-headline.ts';
import { Badge } from '../../../ui/badge.tsx';

export interface PlanHeadlineViewProps {
  readonly evaluation: PlanEvaluation;
  readonly chosen: readonly BuiltIntervention[];
  /** It is of the plan, or of what lies under it, as that was before. */
  readonly standing: 'now' | 'earlier' | 'out of date';
}

/** The number of a plan, and what the other designs come to. */
export function PlanHeadlineView({ evaluation, chosen, standing }: PlanHeadlineViewProps) {
  const headline = planHeadline(evaluation, chosen);
  return (
    <div
      className={standing === 'now' ? 'plan-result' : 'plan-result dig-earlier'}
      aria-busy={standing === 'earlier'}
    >
      {standing === 'now' ? null : (
        <p className="earlier-line">
          <Badge>{standing}</Badge>
          {standing === 'earlier' ? ' This is of the plan as it was before.' : null}
        </p>
      )}
      {headline ? (
        <>
          <p className="headline-text" id="plan-headline">
            <strong className="headline-number">{headline.number}</strong>{' '}
            <span className="headline-rest">{headline.rest}</span>
            {headline.range ? <span className="dig-range"> {capitalised(headline.range)}.</span> : null}{' '}
            {headline.isAssumed ? <Badge kind="assumed">assumed</Badge> : null}
          </p>
          <p className="headline-note number-wrap">{headline.gets}</p>
          {headline.why ? <p className="headline-note">{headline.why}</p> : null}
          {headline.build ? <p className="headline-note number-wrap">{headline.build}</p> : null}
          {headline.others.length > 0 ? (
            <p className="headline-note number-wrap">{headline.others.join(' ')}</p>
          ) : null}
        </>
      ) : (
        <p className="headline-text" id="plan-headline">
          Nothing could be designed. What each lacks is said below.
        </p>
      )}
    </div>
  );
}
