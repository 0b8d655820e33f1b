import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';
import { addFoundDesign } from './edit-designs.ts';
import { findDesign } from './find-design.ts';
import { importWritten, type WrittenImported, type WrittenKind } from './import-written.ts';
import { openDesign, openInterventionTopic } from './set-interventions-view.ts';

/** Adds the design of a file and opens it, as `importWritten` does. */
export function importDig(context: AppContext, file: File, options?: JobOptions): Promise<WrittenImported> {
  return importWritten(context, DIG_FILE, file, options);
}

/** The file that Notspot writes of a design of streets to dig. */
export const DIG_FILE: WrittenKind<'read-dig'> = {
  mark: 'notspot_dig',
  reading: 'read-dig',
  refusal: 'DigRefused',
  many: 'designs',
  fictional: 'is a design in the fictional demo borough',
  real: 'is a design of real streets',
  take: (context, { design, isThere }) => {
    if (isThere) {
      openInterventionTopic(context, 'dig');
      openDesign(context, design.id);
    }
    const id = isThere ? design.id : addFoundDesign(context, design);
    return findDesign(context, id)?.name ?? design.name;
  },
};
