import { exportPlan } from '../../../../actions/export-plan.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';
import { planFiles } from '../../../../stores/derived/plan-files.ts';
import { isPlanStale } from '../../../../stores/derived/plan-stale.ts';
import { Badge } from '../../../../ui/badge.tsx';
import { useApp, useProject } from '../../../app-provider.tsx';
import { DownloadSection } from '../../../download-section.tsx';
import '../../hand-over/hand-over.css';

/** The files that a plan is handed over as: the page to print first. */
export function PlanHandOver({ plan }: { readonly plan: Plan }) {
  const context = useApp();
  const project = useProject((state) => state.project);
  return (
    <div className="hand-over">
      {isPlanStale(plan, project) ? (
        <p className="small">
          <Badge>out of date</Badge> The files are of the plan as it was worked out before. Each says so in
          its remark.
        </p>
      ) : null}
      <DownloadSection says="Each file carries the project, its sources, the date, and what it lacks. Files that show where premises are hold your data: give them to nobody who may not have it.">
        {({ button }) => (
          <ul className="hand-over-files">
            {planFiles(plan, project).map(({ form, label, says, held }) => (
              <li key={form}>
                {held === null ? (
                  button(label, () => exportPlan(context, plan.id, form))
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
