import type { HeightAbove } from '../../domain/radio/rooftop-site.ts';
import { ABOVE_WORDS, HEIGHTS_ABOVE } from '../../stores/derived/site-text.ts';
import { Field } from '../../ui/field.tsx';

export interface AboveFieldProps {
  readonly value: HeightAbove;
  readonly onChange: (above: HeightAbove) => void;
}

/** What a height is measured from. */
export function AboveField({ value, onChange }: AboveFieldProps) {
  return (
    <Field label="Measured">
      {(ids) => (
        <select
          {...ids}
          className="control"
          value={value}
          onChange={(event) => onChange(event.target.value as HeightAbove)}
        >
          {HEIGHTS_ABOVE.map((above) => (
            <option key={above} value={above}>
              {ABOVE_WORDS[above]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
