import { type FormEvent, useEffect, useRef, useState } from 'react';
import { savePlanCard } from '../../../actions/edit-plan-card.ts';
import type { PlanCard } from '../../../domain/plan/plan-card.ts';
import {
  CLAIM_INPUT,
  type ClaimDraft,
  claimDrafts,
  newClaim,
  readClaims,
} from '../../../stores/derived/claim-draft.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp } from '../../app-provider.tsx';
import { FigureFields } from '../../figures/figure-fields.tsx';
import { LEFT_UNSAVED, useKept } from '../../figures/use-kept.ts';

export interface ClaimsFormProps {
  readonly card: PlanCard;
  readonly onEnd: () => void;
}

/** What others say the good of it is: words, pounds and where they say so. Claims, never figures of ours. */
export function ClaimsForm({ card, onEnd }: ClaimsFormProps) {
  const context = useApp();
  const {
    value: drafts,
    set: setDrafts,
    drop,
    isFromBefore,
  } = useKept('claims', card, () => claimDrafts(card));
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, []);
  const end = (): void => {
    drop();
    onEnd();
  };
  const put = (at: number, part: Partial<ClaimDraft>): void =>
    setDrafts((old) => old.map((draft, i) => (i === at ? { ...draft, ...part } : draft)));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const read = readClaims(drafts, card);
    setProblems(read.problems);
    if (!read.card) return;
    savePlanCard(context, read.card, 'claims');
    end();
  };
  return (
    <form
      className="register-section rates rate-form"
      aria-labelledby="edit-claims-title"
      noValidate
      onSubmit={save}
    >
      <h4 id="edit-claims-title" tabIndex={-1} ref={title}>
        Edit claims of others
      </h4>
      {isFromBefore ? <p className="small soft">{LEFT_UNSAVED}</p> : null}
      <ErrorSummary
        title="This cannot be saved yet"
        errors={[...problems].map(([key, text]) => ({ key, text, targetId: `claim-${key}` }))}
      />
      {drafts.map((draft, i) => (
        <fieldset key={draft.key} className="rate-group">
          <legend>Claim {i + 1}</legend>
          <Field
            id={`claim-${draft.key}-text`}
            label="What is claimed"
            error={problems.get(`${draft.key}-text`)}
          >
            {(ids) => (
              <input
                {...ids}
                className="control"
                autoComplete="off"
                value={draft.text}
                onChange={(event) => put(i, { text: event.target.value })}
              />
            )}
          </Field>
          <FigureFields
            id={`claim-${draft.key}`}
            label="Pounds"
            inputs={[CLAIM_INPUT]}
            draft={draft.pounds}
            first={draft.first}
            problems={[problems.get(`${draft.key}-0`) ?? null]}
            onChange={(pounds) => put(i, { pounds })}
          />
          <Button kind="quiet" onClick={() => setDrafts((old) => old.filter((_, at) => at !== i))}>
            Remove claim {i + 1}
          </Button>
        </fieldset>
      ))}
      <div className="row">
        <Button onClick={() => setDrafts((old) => [...old, newClaim(old)])}>Add a claim</Button>
        <Button type="submit" kind="main">
          Save these claims
        </Button>
        <Button onClick={end}>Cancel</Button>
      </div>
    </form>
  );
}
