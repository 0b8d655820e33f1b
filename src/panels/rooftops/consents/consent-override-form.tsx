import { type FormEvent, useState } from 'react';
import { overrideConsent } from '../../../actions/override-consent.ts';
import type { ConsentLine } from '../../../stores/derived/consent-lines.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useApp } from '../../app-provider.tsx';

/** What a person says against a rule, with the reason; undone like any step. */
export function ConsentOverrideForm({
  siteId,
  line: { rule, applies, override, title },
}: {
  readonly siteId: string;
  readonly line: ConsentLine;
}) {
  const context = useApp();
  const [stands, setStands] = useState<'yes' | 'no'>(applies === 'yes' ? 'no' : 'yes');
  const [reason, setReason] = useState(override?.reason ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setProblem(overrideConsent(context, siteId, rule, { applies: stands === 'yes', reason }));
  };
  return (
    <form className="consent-override" noValidate onSubmit={save}>
      <p className="field-label" aria-hidden="true">
        I say otherwise
      </p>
      <Segmented legend={`Say otherwise of: ${title}`} options={STANDS} value={stands} onChange={setStands} />
      <Field label="Because" error={problem}>
        {(ids) => (
          <textarea
            {...ids}
            className="control"
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button type="submit">
          Say so<span className="unseen"> of {title}</span>
        </Button>
        {override ? (
          <Button
            kind="quiet"
            onClick={() => {
              setReason('');
              setProblem(overrideConsent(context, siteId, rule, null));
            }}
          >
            Go by the rule again<span className="unseen"> for {title}</span>
          </Button>
        ) : null}
      </div>
    </form>
  );
}

const STANDS = [
  { value: 'yes', label: 'In the way' },
  { value: 'no', label: 'Not in the way' },
] as const;
