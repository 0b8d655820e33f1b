import type { PlanEvaluation } from '../../../domain/evaluation/evaluation.ts';
import type { BuiltIntervention } from '../../../domain/plan/intervention.ts';
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
      className={standing === 'now' ? 'dig-result' : 'dig-result dig-earlier'}
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
            <strong className="headline-number duel-number">{headline.number}</strong>{' '}
            <span className="headline-rest">{headline.rest}</span>
            {headline.range ? <span className="dig-range"> {capital(headline.range)}.</span> : null}{' '}
            {headline.isAssumed ? <Badge kind="assumed">assumed</Badge> : null}
          </p>
          {headline.others.map((words) => (
            <p key={words} className="headline-note number-wrap">
              {words}
            </p>
          ))}
        </>
      ) : (
        <p className="headline-text" id="plan-headline">
          Nothing could be designed. What each lacks is said below.
        </p>
      )}
    </div>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
