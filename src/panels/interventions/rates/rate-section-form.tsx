import { type FormEvent, useEffect, useRef, useState } from 'react';
import { saveRates } from '../../../actions/edit-rates.ts';
import type { RateCard } from '../../../domain/cost/rate-card.ts';
import { problemBeside, rateDraft, readRateDraft } from '../../../stores/derived/rate-draft.ts';
import type { RateGroup, RateSection } from '../../../stores/derived/rate-sections.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { useApp } from '../../app-provider.tsx';
import { FigureFields } from '../../figures/figure-fields.tsx';

export interface RateSectionFormProps {
  readonly section: RateSection;
  readonly card: RateCard;
  readonly onEnd: () => void;
}

/** Figures of a rate card that stand together, to edit, with where each is from. One step of undo takes all of it. */
export function RateSectionForm({ section, card, onEnd }: RateSectionFormProps) {
  const context = useApp();
  const first = rateDraft(section, card);
  const [draft, setDraft] = useState(first);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  // Undo, another card, another project: the form says what is so.
  useEffect(() => {
    setDraft(rateDraft(section, card));
    setProblems(new Map());
  }, [section, card]);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const read = readRateDraft(draft, section, card);
    setProblems(read.problems);
    if (!read.card) return;
    saveRates(context, read.card, section.title);
    onEnd();
  };
  const fieldsOf = ({ fields }: RateGroup) =>
    fields.map((field) => {
      const [now, before] = [draft.figures.get(field.key), first.figures.get(field.key)];
      return now && before ? (
        <FigureFields
          key={field.key}
          id={idOf(field.key)}
          label={field.label}
          meaning={field.meaning}
          inputs={field.inputs}
          draft={now}
          first={before}
          problems={field.inputs.map((_, i) => problemBeside(problems.get(`${field.key}.${i}`)))}
          onChange={(figure) =>
            setDraft((old) => ({ ...old, figures: new Map(old.figures).set(field.key, figure) }))
          }
        />
      ) : null;
    });
  return (
    <form
      className="panel-section rates rate-form"
      aria-labelledby={`rates-${section.key}`}
      noValidate
      onSubmit={save}
    >
      <h3 id={`rates-${section.key}`} tabIndex={-1} ref={title}>
        Edit {section.title}
      </h3>
      <ErrorSummary
        title="This cannot be saved yet"
        errors={[...problems].map(([key, text]) => ({
          key,
          text,
          targetId: `${idOf(key.replace(/\.\d+$/, ''))}-${key.slice(key.lastIndexOf('.') + 1)}`,
        }))}
      />
      {section.groups.map((group) => {
        const { key, title: groupTitle, toggle } = group;
        const isOn = draft.toggles.get(key) ?? true;
        return groupTitle ? (
          <fieldset key={key} className="rate-group">
            <legend>{groupTitle}</legend>
            {toggle ? (
              <label className="check-line">
                <input
                  type="checkbox"
                  checked={isOn}
                  onChange={(event) => {
                    const next = event.target.checked;
                    setDraft((old) => ({ ...old, toggles: new Map(old.toggles).set(key, next) }));
                  }}
                />
                {toggle.label}
              </label>
            ) : null}
            {isOn || toggle?.keepsFigures ? fieldsOf(group) : null}
          </fieldset>
        ) : (
          <div key={key}>{fieldsOf(group)}</div>
        );
      })}
      <div className="row">
        <Button type="submit" kind="main">
          Save these rates
        </Button>
        <Button onClick={onEnd}>Cancel</Button>
      </div>
    </form>
  );
}

/** Ids of elements hold no spaces. */
function idOf(key: string): string {
  return `rate-${key.replaceAll(/[ .]/g, '-')}`;
}
