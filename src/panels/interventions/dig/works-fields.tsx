import type { DigQuestion } from '../../../domain/dig/dig-question.ts';
import { readShare, readWhole } from '../../../stores/derived/dig-numbers.ts';
import { USUAL_PASSED_METRES } from '../../../stores/derived/usual-limits.ts';
import { Badge } from '../../../ui/badge.tsx';
import { CommittedInput } from '../../../ui/committed-input.tsx';
import { Field } from '../../../ui/field.tsx';

type WorksAsked = Pick<DigQuestion, 'worksFrom' | 'passed' | 'takeUpPercent'>;

export interface WorksFieldsProps {
  readonly question: WorksAsked;
  readonly ask: (label: string, edit: Partial<WorksAsked>) => void;
}

/** When works begin, what counts as passed, and how many take the service. */
export function WorksFields({ question: { worksFrom, passed, takeUpPercent }, ask }: WorksFieldsProps) {
  return (
    <>
      <CommittedInput
        label="Works begin"
        hint="Streets that are protected beyond this day are not dug."
        type="date"
        value={worksFrom}
        onCommit={(text) => {
          if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'Choose a day.';
          ask('Changed when works begin', { worksFrom: text });
          return null;
        }}
      />
      <Field label="Premises count as passed">
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={passed.kind}
            onChange={(event) =>
              ask('Changed what counts as passed', {
                passed:
                  event.target.value === 'within'
                    ? { kind: 'within', metres: USUAL_PASSED_METRES }
                    : { kind: 'with a lead-in' },
              })
            }
          >
            <option value="within">within so many metres of the trench, ducts and poles</option>
            <option value="with a lead-in">with a lead-in</option>
          </select>
        )}
      </Field>
      {passed.kind === 'within' ? (
        <CommittedInput
          label="Metres from trench, ducts and poles"
          inputMode="numeric"
          value={String(passed.metres)}
          onCommit={(text) => {
            const metres = readWhole(text, 1, 1_000);
            if (metres === null) return 'Write whole metres, 1 to 1,000.';
            ask('Changed what counts as passed', { passed: { kind: 'within', metres } });
            return null;
          }}
        />
      ) : null}
      <CommittedInput
        label="Take-up, per cent of those served"
        hint="How many of them order the service and are connected: it is in the cost, and in a budget."
        inputMode="decimal"
        value={String(takeUpPercent)}
        onCommit={(text) => {
          const percent = readShare(text);
          if (percent === null) return 'Write a number from 0 to 100.';
          ask('Changed the take-up', { takeUpPercent: percent });
          return null;
        }}
      />
      <p className="small soft">
        <Badge kind="assumed">assumed</Badge> Take-up and what counts as passed are yours to say: no source
        stands behind them.
      </p>
    </>
  );
}
