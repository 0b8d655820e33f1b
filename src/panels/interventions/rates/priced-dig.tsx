import { useState } from 'react';
import { openInterventionTopic } from '../../../actions/set-interventions-view.ts';
import type { RateCard } from '../../../domain/cost/rate-card.ts';
import type { DigDesign } from '../../../domain/dig/dig-design.ts';
import { digBill } from '../../../stores/derived/dig-bill.ts';
import { digHeadline } from '../../../stores/derived/dig-headline.ts';
import { digStaleReasons } from '../../../stores/derived/dig-stale.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import { useDigRun } from '../dig/use-dig-run.ts';

export interface PricedDigProps {
  readonly design: DigDesign;
  readonly card: RateCard;
}

/** What the dig that is open comes to at these rates, and what it came to when this was opened. */
export function PricedDig({ design, card }: PricedDigProps) {
  const context = useApp();
  const run = useDigRun(design);
  const { shown } = run;
  const priced = shown
    ? digHeadline(design.question, shown.result, digBill(design.question, shown.result, card))
    : null;
  const project = useProject((state) => state.project);
  const isStale = digStaleReasons(design, project).length > 0;
  const [first] = useState(priced?.number ?? null);
  return (
    <section className="panel-section stack" aria-labelledby="priced-dig">
      <h3 id="priced-dig" className="anywhere">
        {design.name}
      </h3>
      {priced && shown ? (
        <p role="status">
          {shown.isEarlier || isStale ? (
            <>
              <Badge>{shown.isEarlier ? 'earlier' : 'out of date'}</Badge>{' '}
            </>
          ) : null}
          <strong className="number">{priced.number}</strong> {priced.rest}
          {priced.range ? `, ${priced.range}` : ''}.
          {first && first !== priced.number && !shown.isEarlier
            ? ` It was ${first} when you opened the rates.`
            : ''}
        </p>
      ) : (
        <p className="soft">This dig has no route yet.</p>
      )}
      {run.status === 'working' ? (
        <ProgressBar
          what={run.step?.what ?? 'Finding the route at these rates'}
          fraction={run.step?.fraction ?? null}
          onCancel={run.cancel ?? undefined}
        />
      ) : null}
      {run.status === 'failed' ? (
        <Notice kind="problem" title="It cannot be priced with these rates">
          <p className="anywhere">{run.problem}</p>
        </Notice>
      ) : null}
      <div className="row">
        <Button onClick={() => openInterventionTopic(context, 'dig')}>Go to this dig</Button>
      </div>
    </section>
  );
}
