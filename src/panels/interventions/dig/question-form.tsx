import { askDesign } from '../../../actions/edit-designs.ts';
import type { DigDesign } from '../../../domain/dig/dig-design.ts';
import type { DigAim, DigQuestion } from '../../../domain/dig/dig-question.ts';
import { aimWords } from '../../../stores/derived/dig-asked-text.ts';
import { readPounds } from '../../../stores/derived/dig-numbers.ts';
import { CommittedInput } from '../../../ui/committed-input.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp } from '../../app-provider.tsx';
import { WorksFields } from './works-fields.tsx';

/** Whom to serve at what price, when works begin, what counts as passed, and how many take the service. */
export function QuestionForm({ design: { id, question } }: { readonly design: DigDesign }) {
  const context = useApp();
  const { aim } = question;
  const ask = (label: string, edit: Partial<DigQuestion>): void => askDesign(context, id, label, edit);
  const setAim = (next: DigAim): void => ask(aimWords(next), { aim: next });
  return (
    <div className="dig-part dig-form">
      <h3>What for, and when</h3>
      <Field label="Aim">
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={aim.kind}
            onChange={(event) => setAim(FIRST_AIMS[event.target.value as DigAim['kind']])}
          >
            <option value="serve all">Serve all of them</option>
            <option value="serve what is worth it">Serve who is worth it</option>
            <option value="serve within a budget">Serve as many as a budget can</option>
          </select>
        )}
      </Field>
      {aim.kind === 'serve what is worth it' ? (
        <CommittedInput
          label="Worth to you, pounds for each premises"
          hint="Who costs more than this to reach is left out."
          inputMode="decimal"
          value={String(aim.pencePerPremises / 100)}
          onCommit={(text) => {
            const pence = readPounds(text);
            if (pence === null) return 'Write pounds, up to 1,000,000,000.';
            setAim({ kind: aim.kind, pencePerPremises: pence });
            return null;
          }}
        />
      ) : null}
      {aim.kind === 'serve within a budget' ? (
        <CommittedInput
          label="Budget, pounds"
          hint="For all that is built and connected and, over the term of the rates, run."
          inputMode="decimal"
          value={String(aim.pence / 100)}
          onCommit={(text) => {
            const pence = readPounds(text);
            if (pence === null) return 'Write pounds, up to 1,000,000,000.';
            setAim({ kind: aim.kind, pence });
            return null;
          }}
        />
      ) : null}
      <WorksFields question={question} ask={ask} />
    </div>
  );
}

const FIRST_AIMS: Readonly<Record<DigAim['kind'], DigAim>> = {
  'serve all': { kind: 'serve all' },
  'serve what is worth it': { kind: 'serve what is worth it', pencePerPremises: 200_000 },
  'serve within a budget': { kind: 'serve within a budget', pence: 25_000_000 },
};
