import type { AppContext } from './app-context.ts';
import { downloadText } from './download-text.ts';

/** Saves the project's radios as a catalogue file; gives its name. */
export async function exportDevices(context: AppContext): Promise<string> {
  const { writeDeviceCatalogue } = await import('../formats/device-catalogue.ts');
  const { devices, name } = context.project.getState().project;
  return downloadText(writeDeviceCatalogue(devices), `${name} radios.json`, 'application/json');
}
