import { setDesignation } from '../../actions/set-designation.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import { DESIGNATION_CHOICES, shownDesignation } from '../../stores/derived/designation-text.ts';
import { Field } from '../../ui/field.tsx';
import { useApp } from '../app-provider.tsx';

/** Which protected land or buildings a file of context shows; a change counts at once and can be undone. */
export function DesignationField({ dataset }: { readonly dataset: DatasetRecord }) {
  const context = useApp();
  const { value, hint } = shownDesignation(dataset);
  return (
    <Field label="Protected land it shows" hint={hint}>
      {(ids) => (
        <select
          {...ids}
          className="control"
          value={value}
          onChange={({ target }) => {
            const chosen = DESIGNATION_CHOICES.find((choice) => choice.value === target.value);
            if (chosen) setDesignation(context, dataset.contentId, chosen.value);
          }}
        >
          {DESIGNATION_CHOICES.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
