import { openInterventionTopic } from '../../../actions/set-interventions-view.ts';
import { goTo } from '../../../actions/set-view.ts';
import type { BuiltIntervention } from '../../../domain/plan/intervention.ts';
import { INTERVENTION_TEXT } from '../../../stores/derived/intervention-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useApp } from '../../app-provider.tsx';
import { DemoParts } from './demo-parts.tsx';

export interface DesignRefusedProps {
  readonly kind: BuiltIntervention;
  /** In words with what to do. */
  readonly why: string;
}

/** Why there is no such design, and what would make one. */
export function DesignRefused({ kind, why }: DesignRefusedProps) {
  const context = useApp();
  return (
    <div className="duel-refused">
      <Notice kind="warning" title={`${INTERVENTION_TEXT[kind].name}: no design`}>
        <p className="anywhere">{why}</p>
      </Notice>
      <DemoParts />
      <div className="row">
        {/\bplace one\b/.test(why) ? <Button onClick={() => openAsked()}>Place a fibre point</Button> : null}
        {/\brates?\b/i.test(why) ? (
          <Button onClick={() => openInterventionTopic(context, 'rates')}>Open the rates</Button>
        ) : null}
        {/\bData page\b/.test(why) ? (
          <Button onClick={() => goTo(context, 'data')}>Open the Data page</Button>
        ) : null}
      </div>
    </div>
  );
}

/** Opens what is asked of the plan, in which a place for fibre to come from is put, and leads there. */
function openAsked(): void {
  const asked = document.getElementById(ASKED_FORM);
  if (asked instanceof HTMLDetailsElement) asked.open = true;
  asked?.scrollIntoView({ block: 'start' });
  asked?.querySelector('summary')?.focus({ preventScroll: true });
}

/** Id of the part of the panel in which is changed what is asked. */
export const ASKED_FORM = 'plan-asked-form';
