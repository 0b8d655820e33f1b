import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { Field } from './field.tsx';

export interface CommittedInputProps
  extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> {
  readonly label: string;
  readonly hint?: string;
  /** What stands in the field while nobody writes in it. */
  readonly value: string;
  /** Takes what was written, on Enter or when the field is left. Returns what is wrong with it; null: taken. */
  readonly onCommit: (text: string) => string | null | Promise<string | null>;
}

/** A field whose text is taken when it is left or Enter is pressed, as one step; Escape puts back what was there. */
export function CommittedInput({ label, hint, value, onCommit, ...rest }: CommittedInputProps) {
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const asked = useRef(value);
  // What was changed elsewhere (undo, another view) stands in the field.
  useEffect(() => {
    asked.current = value;
    setDraft(value);
    setError(null);
  }, [value]);
  const commit = async (text: string): Promise<void> => {
    if (text === asked.current) return;
    asked.current = text;
    const fault = await onCommit(text);
    // Another text may have been written meanwhile.
    if (asked.current === text) setError(fault);
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...rest}
          {...ids}
          className="control"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => void commit(draft)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void commit(draft);
            if (event.key !== 'Escape' || draft === value) return;
            event.preventDefault();
            asked.current = value;
            setDraft(value);
            setError(null);
          }}
        />
      )}
    </Field>
  );
}
