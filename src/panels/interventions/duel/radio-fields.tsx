import { askPlan, choosePlanDevice } from '../../../actions/edit-plans.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { PlanRadio } from '../../../domain/plan/plan-question.ts';
import { readWhole } from '../../../stores/derived/dig-numbers.ts';
import { offeredDevices } from '../../../stores/derived/link-needs.ts';
import { PLAN_LIMITS } from '../../../stores/derived/usual-limits.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommittedInput } from '../../../ui/committed-input.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp, useProject } from '../../app-provider.tsx';

/** What of a plan's question is about roofs: the radio, the mast, how far a hub reaches, which links are too slow, roofs ruled out. */
export function RadioFields({ plan: { id, question } }: { readonly plan: Plan }) {
  const context = useApp();
  const devices = useProject(({ project }) => project.devices);
  const { radio } = question;
  const offers = offeredDevices({ devices });
  const isGone = offers.every(({ device }) => device.id !== radio.deviceId);
  const ask = (label: string, edit: Partial<PlanRadio>): void => askPlan(context, id, label, { radio: edit });
  return (
    <div className="dig-part dig-form">
      <h3>Rooftop radio</h3>
      <Field label="Radio" hint="What is assumed of it stands under Rooftops, Radios.">
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={radio.deviceId}
            onChange={(event) => {
              const chosen = offers.find(({ device }) => device.id === event.target.value);
              if (chosen) choosePlanDevice(context, id, chosen.device);
            }}
          >
            {isGone ? <option value={radio.deviceId}>One that is no longer in the project</option> : null}
            {offers.map(({ device }) => (
              <option key={device.id} value={device.id}>
                {device.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {NUMBERS.map(({ key, label, hint, undo }) => {
        const { least, most } = PLAN_LIMITS[key];
        return (
          <CommittedInput
            key={key}
            label={label}
            hint={hint}
            inputMode="numeric"
            value={String(radio[key])}
            onCommit={(text) => {
              const value = readWhole(text, least, most);
              if (value === null)
                return `Write a whole number, ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}.`;
              ask(undo, { [key]: value });
              return null;
            }}
          />
        );
      })}
      {radio.closedRoofs.length > 0 ? (
        <div>
          <p>Roofs that you rule out:</p>
          <ul className="root-list">
            {radio.closedRoofs.map((roof) => (
              <li key={roof}>
                <span className="anywhere">{roof}</span>
                <Button
                  kind="quiet"
                  onClick={() =>
                    ask('Let a roof be used again', {
                      closedRoofs: radio.closedRoofs.filter((one) => one !== roof),
                    })
                  }
                >
                  Let it be used again<span className="unseen">: {roof}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="small soft">
        <Badge kind="assumed">assumed</Badge> Mast, distance and least rate are yours to say: no source stands
        behind them.
      </p>
    </div>
  );
}

const NUMBERS = [
  {
    key: 'mastMetres',
    label: 'Mast on a hub’s roof, metres',
    hint: 'The antenna stands so high over the roof below it.',
    undo: 'Changed the mast',
  },
  {
    key: 'radiusMetres',
    label: 'Farthest premises from a hub, metres',
    hint: 'Roofs and premises farther apart are not looked at.',
    undo: 'Changed how far hubs reach',
  },
  {
    key: 'leastMegabitsPerSecond',
    label: 'Least rate, Mbit/s',
    hint: 'A slower link serves nobody. 30 is usable; 1,000 counts as gigabit.',
    undo: 'Changed the least rate',
  },
] as const;
