import './radios.css';
import { useState } from 'react';
import { deviceLines } from '../../../stores/derived/device-lines.ts';
import { useProject } from '../../app-provider.tsx';
import { CatalogueSection } from './catalogue-section.tsx';
import { DeviceForm } from './device-form.tsx';
import { DeviceLists } from './device-lists.tsx';
import { RadioForm } from './radio-form.tsx';

/** Topic 'radios': the project's radios, those on offer, and what links are reckoned with. */
export function RadiosPanel() {
  const project = useProject((state) => state.project);
  const [editing, setEditing] = useState<string | null>(null);
  const edited = project.devices.find(({ id }) => id === editing);
  if (edited)
    return (
      <DeviceForm
        key={edited.id}
        device={edited}
        onEnd={() => {
          setEditing(null);
          requestAnimationFrame(() => document.getElementById(`edit-${edited.id}`)?.focus());
        }}
      />
    );
  const inUse = deviceLines(project).own.find(({ isInUse }) => isInUse);
  return (
    <>
      <section className="headline" aria-labelledby="radios-title">
        <h2 id="radios-title" className="unseen">
          Radios
        </h2>
        {inUse ? (
          <>
            <p className="headline-text anywhere">
              Links are reckoned with <strong>{inUse.device.name}</strong>.
            </p>
            <p className="headline-note">{inUse.rate}.</p>
          </>
        ) : (
          <>
            <p className="headline-text">No radio is chosen yet.</p>
            <p className="headline-note">
              Choose one below: links, reach and what a premises sees are reckoned with its figures.
            </p>
          </>
        )}
      </section>
      <DeviceLists onEdit={setEditing} />
      {project.radio ? <RadioForm radio={project.radio} /> : null}
      <CatalogueSection />
    </>
  );
}
