import { askPlan } from '../../../actions/edit-plans.ts';
import type { DigGround } from '../../../domain/dig/dig-ground.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { useApp } from '../../app-provider.tsx';
import { AskedWho } from '../dig/asked-who.tsx';
import { RootsSection } from '../dig/roots-section.tsx';
import { WorksFields } from '../dig/works-fields.tsx';
import { PlanStreets } from './plan-streets.tsx';
import { RadioFields } from './radio-fields.tsx';

export interface PlanQuestionFormProps {
  readonly plan: Plan;
  /** null: not looked at yet. */
  readonly ground: DigGround | null;
}

/** What all three designs are asked: whom they reach, from where fibre comes, when works begin, and with which radio. */
export function PlanQuestionForm({ plan, ground }: PlanQuestionFormProps) {
  const context = useApp();
  const { id, question } = plan;
  return (
    <>
      <AskedWho question={question} ask={(label, edit) => askPlan(context, id, label, edit)} />
      <RootsSection
        of={{ asked: question, ask: ({ label, edit }) => askPlan(context, id, label, edit) }}
        ground={ground}
      />
      <RadioFields plan={plan} />
      <PlanStreets plan={plan} ground={ground} />
      <div className="dig-part dig-form">
        <h3>Works and take-up</h3>
        <WorksFields question={question} ask={(label, edit) => askPlan(context, id, label, edit)} />
      </div>
    </>
  );
}
