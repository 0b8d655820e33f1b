import { useId } from 'react';
import type { DigGround } from '../../domain/dig/dig-ground.ts';
import { streetNames } from '../../stores/derived/street-names.ts';
import { Field } from '../../ui/field.tsx';

export interface StreetFieldProps {
  readonly ground: DigGround;
  readonly hint: string;
  readonly value: string;
  /** null: none. */
  readonly fault: string | null;
  readonly onChange: (text: string) => void;
}

/** A field for the name of a loaded street, which offers the names there are. */
export function StreetField({ ground, hint, value, fault, onChange }: StreetFieldProps) {
  const list = useId();
  return (
    <>
      <Field label="Street" hint={hint} error={fault}>
        {(ids) => (
          <input
            {...ids}
            className="control"
            list={list}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <datalist id={list}>
        {streetNames(ground).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
