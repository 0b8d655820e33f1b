import './figures.css';
import type { FigureDraft, FigureInput, FigureOffer } from '../../stores/derived/figure-draft.ts';
import { figureDraft, limitHint, withNumber } from '../../stores/derived/figure-draft.ts';
import { Field } from '../../ui/field.tsx';
import { FigureSource } from './figure-source.tsx';

export interface FigureFieldsProps {
  /** Starts the ids of its inputs: `<id>-0`. */
  readonly id: string;
  readonly label: string;
  readonly meaning?: string;
  readonly inputs: readonly FigureInput[];
  readonly draft: FigureDraft;
  /** The draft as the form began. */
  readonly first: FigureDraft;
  /** By input; null: none. */
  readonly problems: readonly (string | null)[];
  readonly hasSource?: boolean;
  readonly offers?: readonly FigureOffer[];
  readonly onChange: (draft: FigureDraft) => void;
}

/** The numbers of one figure, what they mean and may be, and where they are from. */
export function FigureFields(props: FigureFieldsProps) {
  const {
    id,
    label,
    meaning,
    inputs,
    draft,
    first,
    problems,
    hasSource = true,
    offers = [],
    onChange,
  } = props;
  const several = inputs.length > 1;
  // One limit for all is said once.
  const isAlike = several && inputs.every(({ limit }) => limit === inputs[0].limit);
  const fields = inputs.map((input, i) => (
    <Field
      key={input.label}
      id={`${id}-${i}`}
      label={
        <>
          {input.label}
          {input.limit.unit && !isAlike ? <span className="soft">, {input.limit.unit}</span> : null}
        </>
      }
      hint={
        isAlike ? null : several ? limitHint(input) : `${meaning ? `${meaning} ` : ''}${limitHint(input)}`
      }
      error={problems[i]}
    >
      {(ids) => (
        <input
          {...ids}
          className="control number"
          inputMode="decimal"
          autoComplete="off"
          value={draft.texts[i]}
          onChange={(event) => onChange(withNumber(draft, { input: i, text: event.target.value, first }))}
        />
      )}
    </Field>
  ));
  return (
    <div className="figure-fields">
      {several ? (
        <fieldset>
          <legend className="field-label">
            {label}
            {isAlike && inputs[0].limit.unit ? <span className="soft">, {inputs[0].limit.unit}</span> : null}
          </legend>
          {meaning || isAlike ? (
            <p className="field-hint">
              {[meaning, isAlike ? limitHint(inputs[0]) : null].filter(Boolean).join(' ')}
            </p>
          ) : null}
          <div className="figure-inputs">{fields}</div>
        </fieldset>
      ) : (
        fields
      )}
      {offers.map(({ words, value, source }) => (
        <button
          key={words}
          type="button"
          className="link small figure-offer"
          onClick={() => onChange(figureDraft([value], source))}
        >
          Take {words}
        </button>
      ))}
      {hasSource ? (
        <FigureSource
          label={label}
          source={draft.source}
          wasSourced={first.source !== null}
          onChange={(source) => onChange({ ...draft, source })}
        />
      ) : null}
    </div>
  );
}
