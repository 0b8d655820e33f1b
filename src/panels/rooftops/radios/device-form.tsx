import { type FormEvent, useEffect, useRef, useState } from 'react';
import { saveDevice } from '../../../actions/edit-device.ts';
import type { DeviceProfile } from '../../../domain/radio/device.ts';
import { deviceDraft, readDeviceDraft } from '../../../stores/derived/device-draft.ts';
import { DEVICE_SECTIONS } from '../../../stores/derived/device-fields.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Field } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useApp } from '../../app-provider.tsx';
import { FigureFields } from '../../figures/figure-fields.tsx';
import { StepRows } from './step-rows.tsx';

export interface DeviceFormProps {
  readonly device: DeviceProfile;
  readonly onEnd: () => void;
}

/** Every figure of a radio to edit, with where it is from. Nothing changes until all of it can be taken. */
export function DeviceForm({ device, onEnd }: DeviceFormProps) {
  const context = useApp();
  const [first] = useState(() => deviceDraft(device));
  const [draft, setDraft] = useState(first);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDeviceDraft(draft, device);
    setProblems(read.problems);
    if (!read.device) return;
    saveDevice(context, read.device);
    onEnd();
  };
  return (
    <form className="device-form" noValidate onSubmit={save}>
      <div className="panel-section stack">
        <h2 tabIndex={-1} ref={title}>
          Edit {device.name}
        </h2>
        <ErrorSummary
          title="This cannot be saved yet"
          errors={[...problems].map(([key, text]) => ({ key, text, targetId: idOf(key) }))}
        />
        <Field id={idOf('name')} label="Name" error={problems.get('name')}>
          {(ids) => (
            <input
              {...ids}
              className="control"
              autoComplete="off"
              maxLength={200}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          )}
        </Field>
        <div>
          <p className="field-label" aria-hidden="true">
            Kind
          </p>
          <Segmented
            legend="Kind"
            options={KINDS}
            value={draft.kind}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
        </div>
        <div>
          <p className="field-label" aria-hidden="true">
            Polarisation
          </p>
          <Segmented
            legend="Polarisation"
            options={POLARISATIONS}
            value={draft.polarisation}
            onChange={(polarisation) => setDraft({ ...draft, polarisation })}
          />
        </div>
        <Field label="Licence" hint="Whose leave to send it needs">
          {(ids) => (
            <input
              {...ids}
              className="control"
              autoComplete="off"
              value={draft.licenceName}
              onChange={(event) => setDraft({ ...draft, licenceName: event.target.value })}
            />
          )}
        </Field>
        <Field label="Fee" hint="In words, with its year; empty: not known">
          {(ids) => (
            <input
              {...ids}
              className="control"
              autoComplete="off"
              value={draft.fee}
              onChange={(event) => setDraft({ ...draft, fee: event.target.value })}
            />
          )}
        </Field>
      </div>
      {DEVICE_SECTIONS.map((section) => (
        <section className="panel-section stack" key={section.title}>
          <h3>{section.title}</h3>
          {section.fields.map((field) => {
            const [now, before] = [draft.figures.get(field.key), first.figures.get(field.key)];
            return now && before ? (
              <FigureFields
                key={field.key}
                id={`device-${field.key}`}
                label={field.label}
                meaning={field.meaning}
                inputs={field.inputs}
                draft={now}
                first={before}
                problems={field.inputs.map((_, i) => problems.get(`${field.key}.${i}`) ?? null)}
                onChange={(figure) =>
                  setDraft((old) => ({ ...old, figures: new Map(old.figures).set(field.key, figure) }))
                }
              />
            ) : null;
          })}
        </section>
      ))}
      <section className="panel-section stack">
        <h3>Rates</h3>
        <StepRows draft={draft} first={first} problems={problems} onChange={setDraft} />
      </section>
      <div className="panel-section row">
        <Button type="submit" kind="main">
          Save this radio
        </Button>
        <Button onClick={onEnd}>Cancel</Button>
      </div>
    </form>
  );
}

const KINDS = [
  { value: 'point-to-multipoint', label: 'Point-to-multipoint' },
  { value: 'point-to-point', label: 'Point to point' },
] as const;

const POLARISATIONS = [
  { value: 'vertical', label: 'Vertical' },
  { value: 'horizontal', label: 'Horizontal' },
] as const;

/** "band.1" is the input device-band-1; "hub.gainDbi.0" device-hub.gainDbi-0. */
function idOf(key: string): string {
  if (key.startsWith('steps')) return `device-${key.replaceAll('.', '-')}`;
  return `device-${key.replace(/\.(\d+)$/, '-$1')}`;
}
