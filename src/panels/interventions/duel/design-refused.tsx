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
