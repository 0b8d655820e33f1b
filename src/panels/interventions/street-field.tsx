import { memo, useId, useState } from 'react';
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
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Field label="Street" hint={hint} error={fault}>
        {(ids) => (
          <input
            {...ids}
            className="control"
            list={list}
            onFocus={() => setAsked(true)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <StreetList id={list} ground={isAsked ? ground : null} />
    </>
  );
}

interface StreetListProps {
  readonly id: string;
  /** null: the names are not wanted yet. */
  readonly ground: DigGround | null;
}

/** Hundreds of names: made once somebody is about to write one, and not again with every change of the plan. */
const StreetList = memo(function StreetList({ id, ground }: StreetListProps) {
  return (
    <datalist id={id}>
      {(ground ? streetNames(ground) : []).map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
});
