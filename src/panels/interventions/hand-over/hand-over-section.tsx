import { exportDig } from '../../../actions/export-dig.ts';
import { digFiles } from '../../../stores/derived/dig-files.ts';
import { digStaleReasons } from '../../../stores/derived/dig-stale.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { DownloadSection } from '../../download-section.tsx';
import './hand-over.css';

/** The files that the open design is handed over as; nothing where none is open. */
export function HandOverSection() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const designId = useView(({ interventions }) => interventions.designId);
  const design = project.designs.find(({ id }) => id === designId);
  if (!design) return null;
  const stale = digStaleReasons(design, project);
  return (
    <div className="hand-over">
      {stale.length > 0 ? (
        <p className="small">
          <Badge>out of date</Badge> The files are of a dig made before: {stale.join(', and ')}. Each says so
          in its remark.
        </p>
      ) : null}
      <DownloadSection says="Each file carries the project, its sources, the date, and what it lacks. Files that show where premises are hold your data: give them to nobody who may not have it.">
        {({ button }) => (
          <ul className="hand-over-files">
            {digFiles(design, project).map(({ form, label, says, held }) => (
              <li key={form}>
                {held === null ? (
                  button(label, () => exportDig(context, design.id, form))
                ) : (
                  <span className="hand-over-held">{label}</span>
                )}
                <span className="small soft anywhere">{held ?? says}</span>
              </li>
            ))}
          </ul>
        )}
      </DownloadSection>
    </div>
  );
}
