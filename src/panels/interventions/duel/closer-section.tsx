import { useState } from 'react';
import type { Evaluated, PlanEvaluation } from '../../../domain/evaluation/evaluation.ts';
import type { BuiltIntervention } from '../../../domain/plan/intervention.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { PlanDesigns } from '../../../domain/plan/plan-design.ts';
import { INTERVENTION_TEXT } from '../../../stores/derived/intervention-text.ts';
import { planAnswers } from '../../../stores/derived/plan-answers.ts';
import { planMissed } from '../../../stores/derived/plan-missed.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { StandingTitle } from '../standing-title.tsx';
import { HubList } from './hub-list.tsx';
import { JudgedDetails } from './judged-details.tsx';
import { MissedList } from './missed-list.tsx';

export interface CloserSectionProps {
  readonly plan: Plan;
  readonly designs: PlanDesigns;
  readonly evaluation: PlanEvaluation;
}

/** One design at a time: its hubs, whom it leaves out, wards, definitions, what fails with many behind, barriers. On paper that which is open. */
export function CloserSection({ plan, designs, evaluation }: CloserSectionProps) {
  const judged = [...evaluation.interventions, ...(plan.chosen.length > 1 ? [evaluation.chosen] : [])].filter(
    ({ kind, refused }) => kind !== 'leave as it is' && refused === null,
  );
  const [wanted, setWanted] = useState<Evaluated['kind']>('rooftop radio');
  const shown = judged.find(({ kind }) => kind === wanted) ?? judged[0];
  if (!shown) return null;
  return (
    <section className="panel-section" aria-labelledby="duel-closer">
      <StandingTitle id="duel-closer">A closer look</StandingTitle>
      <Segmented
        legend="Design to look at"
        options={judged.map(({ kind }) => ({ value: kind, label: nameOf(kind) }))}
        value={shown.kind}
        onChange={setWanted}
      />
      <Closer key={shown.kind} plan={plan} designs={designs} judged={shown} unit={evaluation.unit} />
      <p className="print-only small">
        {judged.length > 1 ? 'The other designs, every' : 'Every'} barrier and all that is assumed stand on
        the page to print, under “Hand over”.
      </p>
    </section>
  );
}

function Closer({
  plan,
  designs,
  judged,
  unit,
}: {
  readonly plan: Plan;
  readonly designs: PlanDesigns;
  readonly judged: Evaluated;
  readonly unit: PlanEvaluation['unit'];
}) {
  const kind = judged.kind === 'as chosen' ? null : (judged.kind as BuiltIntervention);
  const design = designs.outcomes.find((one) => one.kind === kind)?.design ?? null;
  return (
    <div className="duel-closer">
      <h3>{nameOf(judged.kind)}</h3>
      {kind && design ? <MissedList groups={planMissed(planAnswers(designs), kind)} /> : null}
      {design?.radio ? <HubList planId={plan.id} radio={design.radio} question={plan.question} /> : null}
      <JudgedDetails judged={judged} unit={unit} worksFrom={plan.question.worksFrom} />
    </div>
  );
}

function nameOf(kind: Evaluated['kind']): string {
  return kind === 'as chosen' ? 'As chosen' : INTERVENTION_TEXT[kind].name;
}
