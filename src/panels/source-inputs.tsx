import type { SourceProblems } from '../domain/project/source-problems.ts';
import { Field } from '../ui/field.tsx';

type Named = keyof SourceProblems;

export interface SourceInputsProps<Name extends Named> {
  readonly fields: readonly { readonly name: Name; readonly label: string; readonly hint?: string }[];
  readonly draft: Readonly<Record<Name, string>>;
  readonly problems: SourceProblems;
  readonly onWrite: (name: Name, text: string) => void;
}

/** The fields that say where something comes from. */
export function SourceInputs<Name extends Named>({
  fields,
  draft,
  problems,
  onWrite,
}: SourceInputsProps<Name>) {
  return fields.map(({ name, label, hint }) => (
    <Field key={name} label={label} hint={hint} error={problems[name]}>
      {(ids) => (
        <input
          {...ids}
          className="control"
          autoComplete="off"
          value={draft[name]}
          onChange={(event) => onWrite(name, event.target.value)}
        />
      )}
    </Field>
  ));
}
