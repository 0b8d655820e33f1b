import { useState } from 'react';
import { askPlan } from '../../../actions/edit-plans.ts';
import type { HubRoof, Wayleave } from '../../../domain/plan/hub-roof.ts';
import type { PlanQuestion } from '../../../domain/plan/plan-question.ts';
import { WAYLEAVE_CHOICES } from '../../../stores/derived/wayleave-choices.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp } from '../../app-provider.tsx';
import { ReasonField } from '../reason-field.tsx';

export interface OwnerSaidProps {
  readonly planId: string;
  readonly roof: Pick<HubRoof, 'id' | 'name' | 'wayleave'>;
  readonly question: PlanQuestion;
}

/** What a person knows of an owner against the files: kept with the plan, with the reason, and taken back. */
export function OwnerSaid({ planId, roof, question }: OwnerSaidProps) {
  const context = useApp();
  const { wayleaves } = question.radio;
  const others = wayleaves.filter((one) => one.roof !== roof.id);
  const said = wayleaves.find((one) => one.roof === roof.id);
  const [wayleave, setWayleave] = useState<Wayleave>(roof.wayleave);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const say = (): void => {
    setAsked(true);
    if (reason.trim() === '') return;
    askPlan(context, planId, `Said of the owner of ${roof.name}: ${wayleave}`, {
      radio: { wayleaves: [...others, { roof: roof.id, wayleave, reason: reason.trim() }] },
    });
  };
  if (said)
    return (
      <p className="small">
        You say: <span className="anywhere">{`${said.wayleave} (${said.reason})`}</span>{' '}
        <button
          type="button"
          className="link"
          onClick={() =>
            askPlan(context, planId, `Went by the files again for ${roof.name}`, {
              radio: { wayleaves: others },
            })
          }
        >
          Go by the files again<span className="unseen">: {roof.name}</span>
        </button>
      </p>
    );
  return (
    <Disclosure
      className="small"
      summary={
        <>
          Say what its owner said<span className="unseen">: {roof.name}</span>
        </>
      }
    >
      <div className="dig-form">
        <Field label="The owner is">
          {(ids) => (
            <select
              {...ids}
              className="control"
              value={wayleave}
              onChange={(event) => setWayleave(event.target.value as Wayleave)}
            >
              {WAYLEAVE_CHOICES.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ReasonField
          label="How you know"
          value={reason}
          fault={isAsked && reason.trim() === '' ? 'Give a reason: it is kept with the plan.' : null}
          onChange={setReason}
        />
        <Button onClick={say}>Say so</Button>
      </div>
    </Disclosure>
  );
}
