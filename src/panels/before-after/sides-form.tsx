import type { CountSide, SideName } from '../../domain/before-after/count-side.ts';
import {
  changedSide,
  layerOptions,
  leftOutNote,
  noReleasesText,
  recipeOptions,
  releaseOptions,
  swappedView,
  withKind,
  withRecipe,
  withSide,
} from '../../stores/derived/side-choices.ts';
import type { SidesLook, SidesView } from '../../stores/derived/sides-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useProject } from '../app-provider.tsx';
import { DefinitionSelect } from './definition-select.tsx';

export interface SidesFormProps {
  readonly view: SidesView;
  readonly onChange: (view: SidesView) => void;
}

/** What is compared with what, and how the map shows it. */
export function SidesForm({ view, onChange }: SidesFormProps) {
  const project = useProject((state) => state.project);
  const releases = releaseOptions(project);
  return (
    <section className="panel-section sides-form stack" aria-labelledby="sides-form-title">
      <h2 id="sides-form-title">What is compared</h2>
      <Segmented
        legend="What the two sides differ in"
        value={view.kind}
        onChange={(kind) => onChange(withKind(view, kind, project))}
        options={[
          { value: 'definitions', label: 'Definitions' },
          { value: 'layers', label: 'Layers', disabled: project.layers.length < 2 },
          { value: 'releases', label: 'Releases', disabled: releases.length === 0 },
        ]}
      />
      {releases.length === 0 ? <p className="small soft anywhere">{noReleasesText(project)}</p> : null}
      <KindFields view={view} onChange={onChange} />
      <div className="row">
        <Button onClick={() => onChange(swappedView(view))}>Swap before and after</Button>
      </div>
      <h3>On the map</h3>
      <Segmented
        legend="How the two sides stand on the map"
        value={view.look}
        onChange={(look) => onChange({ ...view, look })}
        options={LOOKS}
      />
    </section>
  );
}

const LOOKS: readonly { readonly value: SidesLook; readonly label: string }[] = [
  { value: 'swipe', label: 'Swipe' },
  { value: 'beside', label: 'Side by side' },
  { value: 'difference', label: 'Difference' },
];

function KindFields({ view, onChange }: SidesFormProps) {
  const project = useProject((state) => state.project);
  const options = recipeOptions(project, view.sides);
  if (view.kind === 'definitions') {
    return (
      <>
        {SIDES.map(([name, label]) => (
          <DefinitionSelect
            key={name}
            label={label}
            text={view.sides[name].recipeText}
            options={options}
            onChange={(recipeText) => onChange(withSide(view, name, { recipeText }))}
          />
        ))}
      </>
    );
  }
  const changed = changedSide(view);
  const note = leftOutNote(view, project);
  const remedy = note?.remedy;
  const other: SideName = changed === 'before' ? 'after' : 'before';
  const change = (part: Partial<CountSide>, kept: Partial<CountSide>): void =>
    onChange(withSide(withSide(view, changed, part), other, kept));
  return (
    <>
      <DefinitionSelect
        label="Definition on both sides"
        text={view.sides.before.recipeText}
        options={options}
        onChange={(text) => onChange(withRecipe(view, text))}
      />
      {view.kind === 'layers' ? (
        <>
          <fieldset className="left-out">
            <legend className="field-label">Left out {changed}</legend>
            {layerOptions(project).map(({ value, label }) => {
              const without = view.sides[changed].withoutLayers;
              const isOut = without.includes(value);
              const next = isOut ? without.filter((id) => id !== value) : [...without, value];
              return (
                <label className="check-line" key={value}>
                  <input
                    type="checkbox"
                    checked={isOut}
                    onChange={() => change({ withoutLayers: next }, { withoutLayers: [] })}
                  />
                  <span className="anywhere">{label}</span>
                </label>
              );
            })}
          </fieldset>
          {note ? (
            <Notice kind="warning" title={note.text}>
              {remedy ? (
                <button type="button" className="link" onClick={() => onChange(remedy.view)}>
                  {remedy.label}
                </button>
              ) : null}
            </Notice>
          ) : null}
        </>
      ) : (
        <Field label="Two releases of a file" hint={`The earlier of the two is counted ${changed}.`}>
          {(ids) => (
            <select
              {...ids}
              className="control"
              value={view.sides[changed].releases[0] ?? ''}
              onChange={(event) => change({ releases: [event.target.value] }, { releases: [] })}
            >
              {releaseOptions(project).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}

const SIDES: readonly (readonly [SideName, string])[] = [
  ['before', 'Before'],
  ['after', 'After'],
];
