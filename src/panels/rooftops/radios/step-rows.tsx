import type { DeviceDraft, StepDraft } from '../../../stores/derived/device-draft.ts';
import { withSteps } from '../../../stores/derived/device-draft.ts';
import { Button } from '../../../ui/button.tsx';
import { FigureSource } from '../../figures/figure-source.tsx';

export interface StepRowsProps {
  readonly draft: DeviceDraft;
  readonly first: DeviceDraft;
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (draft: DeviceDraft) => void;
}

/** The ways a radio can send, each with the signal it needs and what it carries; rows can be added and taken away. */
export function StepRows({ draft, first, problems, onChange }: StepRowsProps) {
  const { steps } = draft;
  const change = (next: readonly StepDraft[]): void => onChange(withSteps(draft, next, first));
  const problem = [...problems].find(([key]) => key.startsWith('steps'))?.[1];
  return (
    <>
      <p className="field-hint">
        What each way of sending needs over the noise, what it then carries to the premises, and how far the
        sender turns down for it.
      </p>
      <table className="step-rows" id="device-steps" tabIndex={-1}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">SNR, dB</th>
            <th scope="col">Mbit/s</th>
            <th scope="col">Back-off, dB</th>
            <th scope="col">
              <span className="unseen">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, i) => (
            <tr key={step.key}>
              {PARTS.map(({ part, label }) => {
                const wrong = problems.get(`steps.${i}.${part}`);
                return (
                  <td key={part}>
                    <input
                      className={wrong ? 'control number is-wrong' : 'control number'}
                      id={`device-steps-${i}-${part}`}
                      aria-label={`${label} of rate ${i + 1}`}
                      aria-invalid={wrong ? true : undefined}
                      autoComplete="off"
                      value={step[part]}
                      onChange={(event) =>
                        change(
                          steps.map((one) => (one === step ? { ...step, [part]: event.target.value } : one)),
                        )
                      }
                    />
                  </td>
                );
              })}
              <td>
                <Button
                  kind="quiet"
                  icon="close"
                  iconOnly
                  onClick={() => change(steps.filter((one) => one !== step))}
                >
                  Remove rate {i + 1}, {step.name}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problem ? <p className="field-error">{problem}</p> : null}
      <Button
        kind="quiet"
        onClick={() =>
          change([
            ...steps,
            {
              key: Math.max(-1, ...steps.map(({ key }) => key)) + 1,
              name: '',
              snr: '',
              rate: '',
              backOff: '0',
            },
          ])
        }
      >
        Add a rate
      </Button>
      <FigureSource
        label="Rates"
        source={draft.stepsSource}
        wasSourced={first.stepsSource !== null}
        onChange={(stepsSource) => onChange({ ...draft, stepsSource })}
      />
    </>
  );
}

const PARTS = [
  { part: 'name', label: 'Name' },
  { part: 'snr', label: 'Signal over noise, dB,' },
  { part: 'rate', label: 'Mbit/s' },
  { part: 'backOff', label: 'Back-off, dB,' },
] as const;
