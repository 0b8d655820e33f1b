import { type ReactNode, useId } from 'react';

/** What a control needs to be joined to its label, hint and error. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with the value and what to write instead. */
  readonly error?: string | null;
  /** Joins hint and error to the control. */
  readonly id?: string;
  readonly children: (ids: FieldIds) => ReactNode;
}

/** A control with its label above and, where needed, a hint and an error that screen readers read with it. */
export function Field({ label, hint, error, id, children }: FieldProps) {
  const made = useId();
  const own = id ?? made;
  const described = [hint ? `${own}-hint` : '', error ? `${own}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={own}>
        {label}
      </label>
      {hint ? (
        <p className="field-hint" id={`${own}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        id: own,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <p className="field-error" id={`${own}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
