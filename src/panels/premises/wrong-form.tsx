import { useState } from 'react';
import { downloadEvidence } from '../../actions/open-premises-evidence.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import type { PlanHere } from '../../stores/derived/plans-here.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';

/** Longest objection kept. */
const MOST_CHARACTERS = 4000;

export interface WrongFormProps {
  readonly verdict: Verdict;
  /** The plans that ask for it; null: they are not known yet. */
  readonly plans: readonly PlanHere[] | null;
}

/** "This is wrong": what the data says and what the person says, as a file for the council. Nothing is sent. */
export function WrongForm({ verdict, plans }: WrongFormProps) {
  const context = useApp();
  const [words, setWords] = useState('');
  const [outcome, setOutcome] = useState<ReturnType<typeof downloadEvidence> | null>(null);
  const save = (format: 'text' | 'json'): void =>
    setOutcome(downloadEvidence(context, verdict, { words, format, plans }));
  return (
    <section className="panel-section wrong" aria-labelledby="wrong-title">
      <h3 id="wrong-title">Is this wrong?</h3>
      <Disclosure summary="This is wrong: make a file for the council">
        <div className="stack">
          <p>
            The file holds the place, what each layer says of it, the sources with their dates, what plans
            would bring, and your words. Nothing is sent: you hand it on yourself.
          </p>
          <Field
            label="What is wrong, in your own words"
            hint="Such as what was offered to you, by whom, and when."
          >
            {(ids) => (
              <textarea
                {...ids}
                className="control"
                rows={5}
                maxLength={MOST_CHARACTERS}
                autoComplete="off"
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </Field>
          <div className="row">
            <Button kind="main" icon="download" onClick={() => save('text')}>
              Download as text
            </Button>
            <Button icon="download" onClick={() => save('json')}>
              Download as JSON
            </Button>
          </div>
          {outcome ? (
            'fileName' in outcome ? (
              <Notice kind="done" title={`Downloaded ${outcome.fileName}.`} />
            ) : (
              <Notice kind="problem" title={outcome.problem} />
            )
          ) : null}
        </div>
      </Disclosure>
    </section>
  );
}
