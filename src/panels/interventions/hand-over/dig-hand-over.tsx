import { exportDig } from '../../../actions/export-dig.ts';
import { digFiles } from '../../../stores/derived/dig-files.ts';
import { digStaleReasons } from '../../../stores/derived/dig-stale.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { HandOverFiles } from './hand-over-files.tsx';

/** The files that the open design is handed over as; nothing where none is open. */
export function DigHandOver() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const designId = useView(({ interventions }) => interventions.designId);
  const design = project.designs.find(({ id }) => id === designId);
  if (!design) return null;
  const stale = digStaleReasons(design, project);
  return (
    <HandOverFiles
      outOfDate={stale.length > 0 ? `a dig made before: ${stale.join(', and ')}` : null}
      files={digFiles(design, project)}
      take={(form) => exportDig(context, design.id, form)}
    />
  );
}
