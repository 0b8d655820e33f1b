import { type FormEvent, useEffect, useRef, useState } from 'react';
import {
  type FiguresRead,
  problemBeside,
  type RateDraft,
  rateDraft,
} from '../../../stores/derived/rate-draft.ts';
import type { FiguresSection, RateGroup } from '../../../stores/derived/rate-sections.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FigureFields } from '../../figures/figure-fields.tsx';
import { LEFT_UNSAVED, useKept } from '../../figures/use-kept.ts';

export interface FiguresFormProps<Card> {
  readonly section: FiguresSection<Card>;
  readonly card: Card;
  /** "Save these rates" */
  readonly saveWords: string;
  readonly read: (draft: RateDraft) => FiguresRead<Card>;
  readonly onSave: (card: Card) => void;
  readonly onEnd: () => void;
}

/** Figures that stand together, to edit, with where each is from. */
export function FiguresForm<Card>({
  section,
  card,
  saveWords,
  read: readDraft,
  onSave,
  onEnd,
}: FiguresFormProps<Card>) {
  const first = rateDraft(section, card);
  // Undo, another card, another project: the form says what is so.
  const {
    value: draft,
    set: setDraft,
    drop,
    isFromBefore,
  } = useKept(`figures ${section.key}`, card, () => first);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not where the page came back with the form open: the focus is on what brought it back.
    if (document.activeElement === document.body) title.current?.focus();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was wrong was so of the card before.
  useEffect(() => setProblems(new Map()), [card]);
  const end = (): void => {
    drop();
    onEnd();
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDraft(draft);
    setProblems(read.problems);
    if (!read.card) return;
    onSave(read.card);
    end();
  };
  const fieldsOf = ({ fields }: RateGroup<Card>) =>
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
      {isFromBefore ? <p className="small soft">{LEFT_UNSAVED}</p> : null}
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
          {saveWords}
        </Button>
        <Button onClick={end}>Cancel</Button>
      </div>
    </form>
  );
}

/** Ids of elements hold no spaces. */
function idOf(key: string): string {
  return `rate-${key.replaceAll(/[ .]/g, '-')}`;
}
