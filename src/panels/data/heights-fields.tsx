import { setHeights } from '../../actions/set-heights.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import type { MeasuredBy } from '../../domain/terrain/heights-said.ts';
import { heightsLine, lacksSystem, MEASURED, measuredMeaning } from '../../stores/derived/heights-text.ts';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';
import { CoordinatesControl } from './coordinates-control.tsx';

/** What a file of heights holds, what it measures and when it was measured; a change counts at once and can be undone. */
export function HeightsFields({ dataset }: { readonly dataset: DatasetRecord }) {
  const context = useApp();
  const { contentId, heights } = dataset;
  const kind = heights?.kind ?? 'surface';
  const line = heightsLine(dataset);
  return (
    <>
      {lacksSystem(dataset) ? (
        <Notice kind="warning" title="Say where its cells lie">
          <p className="small">
            The file names no coordinate system. Until you say it, no link is reckoned with these heights.
          </p>
        </Notice>
      ) : null}
      {lacksSystem(dataset) ? <CoordinatesControl dataset={dataset} /> : null}
      {line ? <p className="small number-wrap anywhere">{line}</p> : null}
      <Field label="Measures" hint={measuredMeaning(dataset)}>
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={kind}
            onChange={(event) => setHeights(context, contentId, { kind: event.target.value as MeasuredBy })}
          >
            {MEASURED.map((one) => (
              <option key={one.kind} value={one.kind}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <CommittedInput
        label="Measured when"
        hint="Such as “winter 2022”; empty: not known"
        autoComplete="off"
        maxLength={100}
        value={heights?.vintage ?? ''}
        onCommit={(text) => {
          setHeights(context, contentId, { vintage: text.trim() || null });
          return null;
        }}
      />
    </>
  );
}
