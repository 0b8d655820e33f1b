import { Field } from '../../ui/field.tsx';

export interface ReasonFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** null: none. */
  readonly fault: string | null;
  readonly onChange: (text: string) => void;
}

/** A field for why something is decided against what the files say. */
export function ReasonField({ label, hint, value, fault, onChange }: ReasonFieldProps) {
  return (
    <Field label={label} hint={hint} error={fault}>
      {(ids) => (
        <input
          {...ids}
          className="control"
          value={value}
          maxLength={500}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
