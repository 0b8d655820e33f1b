import { chooseDevice } from '../../../actions/choose-device.ts';
import { copyDevice, removeDevice } from '../../../actions/edit-device.ts';
import { deviceLines } from '../../../stores/derived/device-lines.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import { DeviceItem } from './device-item.tsx';

/** The project's radios, and those of no maker that can be taken into it. */
export function DeviceLists({ onEdit }: { readonly onEdit: (deviceId: string) => void }) {
  const context = useApp();
  const { own, offered } = deviceLines(useProject(({ project }) => project));
  const generic = (
    <ul className="devices">
      {offered.map((line) => (
        <DeviceItem
          key={line.device.id}
          line={line}
          onUse={() => chooseDevice(context, line.device)}
          onCopy={() => onEdit(copyDevice(context, line.device))}
        />
      ))}
    </ul>
  );
  return (
    <>
      {own.length > 0 ? (
        <section className="panel-section" aria-labelledby="own-radios">
          <h2 id="own-radios">Radios of this project</h2>
          <ul className="devices">
            {own.map((line) => (
              <DeviceItem
                key={line.device.id}
                line={line}
                onUse={() => chooseDevice(context, line.device)}
                own={{
                  onEdit: () => onEdit(line.device.id),
                  onRemove: () => removeDevice(context, line.device.id),
                }}
                onCopy={() => onEdit(copyDevice(context, line.device))}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {offered.length > 0 ? (
        <section className="panel-section" aria-labelledby="generic-radios">
          <h2 id="generic-radios">Radios of no maker</h2>
          <p className="small soft">
            One for each way a council meets, to begin with. Using one copies it into this project; load a
            maker’s catalogue for a real plan.
          </p>
          {own.length > 0 ? (
            <Disclosure summary={`Show ${offered.length === 1 ? 'it' : `all ${offered.length}`}`}>
              {generic}
            </Disclosure>
          ) : (
            generic
          )}
        </section>
      ) : null}
    </>
  );
}
