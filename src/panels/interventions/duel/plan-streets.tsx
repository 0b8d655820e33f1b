import { useState } from 'react';
import { askPlan } from '../../../actions/edit-plans.ts';
import type { DigGround } from '../../../domain/dig/dig-ground.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { streetNamed } from '../../../stores/derived/street-names.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp } from '../../app-provider.tsx';
import { StreetField } from '../street-field.tsx';

export interface PlanStreetsProps {
  readonly plan: Plan;
  readonly ground: DigGround | null;
}

/** Streets that no trench of the plan may take, and those that it must. What closes a street is lifted under Barriers. */
export function PlanStreets({ plan: { id, question }, ground }: PlanStreetsProps) {
  const context = useApp();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const { blocked, forced } = question;
  if (!ground || ground.streets.length === 0) return null;
  const nameOf = (street: string): string => ground.streets.find((one) => one.id === street)?.name ?? street;
  const decide = (as: 'blocked' | 'forced'): void => {
    const street = streetNamed(ground, text);
    setFault(street ? null : `No loaded street is called “${text.slice(0, 40)}”.`);
    if (!street) return;
    setText('');
    const without = (streets: readonly string[]): readonly string[] =>
      streets.filter((one) => one !== street);
    askPlan(context, id, `${as === 'blocked' ? 'Blocked' : 'Forced'} ${nameOf(street)}`, {
      blocked: as === 'blocked' ? [...without(blocked), street] : without(blocked),
      forced: as === 'forced' ? [...without(forced), street] : without(forced),
    });
  };
  const leave = (street: string): void =>
    askPlan(context, id, `Left ${nameOf(street)} to the route`, {
      blocked: blocked.filter((one) => one !== street),
      forced: forced.filter((one) => one !== street),
    });
  return (
    <div className="dig-part dig-form">
      <h3>Streets</h3>
      <StreetField
        ground={ground}
        hint="Its name. A street that is closed to digging is lifted under Barriers."
        value={text}
        fault={fault}
        onChange={setText}
      />
      <div className="row">
        <Button onClick={() => decide('blocked')}>Must not be dug</Button>
        <Button onClick={() => decide('forced')}>Must be dug</Button>
      </div>
      {blocked.length + forced.length > 0 ? (
        <ul className="root-list">
          {[...blocked, ...forced].map((street) => (
            <li key={street}>
              <span className="anywhere">
                {nameOf(street)}: {blocked.includes(street) ? 'must not be dug' : 'must be dug'}
              </span>
              <Button kind="quiet" onClick={() => leave(street)}>
                Leave it to the route<span className="unseen">: {nameOf(street)}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
