import { useEffect, useRef } from 'react';
import { leavePremises } from '../../actions/open-premises.ts';
import { awayText, verdictLines } from '../../stores/derived/verdict-lines.ts';
import type { PremisesChoice } from '../../stores/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';
import { LayerAnswers } from './layer-answers.tsx';
import { NeighbourSection } from './neighbour-section.tsx';
import { PlaceTable } from './place-table.tsx';
import { PlansHereSection } from './plans-here-section.tsx';
import { PremisesFacts } from './premises-facts.tsx';
import { TechnologyList } from './technology-list.tsx';
import { usePlansHere } from './use-plans-here.ts';
import { useVerdict } from './use-verdict.ts';
import { WardBeside } from './ward-beside.tsx';
import { WrongForm } from './wrong-form.tsx';

/** What the chosen premises get: in plain words first, then layer by layer, with the neighbours and the ward beside it. */
export function VerdictPanel({ choice }: { readonly choice: PremisesChoice }) {
  const context = useApp();
  const { verdict, failed } = useVerdict(choice);
  const plans = usePlansHere(choice);
  const title = useRef<HTMLHeadingElement>(null);
  const isThere = verdict !== undefined && verdict !== null;
  useEffect(() => {
    // Whoever came here by the keyboard or a click in the bar reads on from here.
    if (!isThere) return;
    title.current?.focus({ preventScroll: true });
    // Where a neighbour far down was chosen, or text is large, the answer would be out of sight.
    title.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  const back = (
    <Button
      kind="quiet"
      icon="search"
      className="ward-back"
      onClick={() => {
        document.getElementById('panel')?.focus({ preventScroll: true });
        leavePremises(context);
      }}
    >
      Look up another place
    </Button>
  );
  if (verdict === undefined)
    return (
      <div className="headline" aria-busy="true">
        Looking it up …
      </div>
    );
  if (verdict === null)
    return (
      <section className="headline">
        <Notice kind="problem" title={failed || 'These premises are no longer loaded.'} />
        {back}
      </section>
    );
  const lines = verdictLines(verdict);
  return (
    <article className="verdict" aria-labelledby="verdict-title">
      {back}
      <header className="headline">
        <h2 id="verdict-title" className="ward-title anywhere" ref={title} tabIndex={-1}>
          {lines.title}
        </h2>
        {choice.asked ? (
          <p>
            You asked for <strong className="anywhere">{choice.asked.title}</strong>. This is the nearest
            loaded premises, {awayText(choice.asked.distanceMetres)} away. What follows is about that one.
          </p>
        ) : null}
        <PremisesFacts verdict={verdict} lines={lines} />
        {verdict.subject.cautions.map((caution) => (
          <p className="verdict-caution" key={caution}>
            {caution}
          </p>
        ))}
      </header>
      <section className="panel-section" aria-labelledby="gets-title">
        <h3 id="gets-title">What the loaded data says</h3>
        <TechnologyList lines={lines.technologies} />
        {verdict.inCount ? <p className="verdict-count small">{verdict.inCount.words}</p> : null}
      </section>
      <PlansHereSection {...plans} />
      {lines.members.length > 0 ? (
        <section className="panel-section" aria-labelledby="members-title">
          <h3 id="members-title">One by one</h3>
          <PlaceTable
            caption={`Premises of ${lines.title}`}
            lines={lines.members}
            technologies={lines.technologies}
          />
          {lines.membersLeft ? <p className="small soft">{lines.membersLeft}</p> : null}
        </section>
      ) : null}
      <section className="panel-section" aria-labelledby="layers-title">
        <h3 id="layers-title">By layer and operator</h3>
        <LayerAnswers technologies={lines.technologies} />
      </section>
      <NeighbourSection verdict={verdict} lines={lines} />
      <WardBeside code={verdict.subject.wardCode} />
      <WrongForm verdict={verdict} plans={plans.plans} />
    </article>
  );
}
