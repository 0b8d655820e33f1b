import { useStore } from 'zustand';
import { deleteAllData } from '../../actions/delete-all-data.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useAsked } from './use-asked.ts';

/** Deletes all that this app holds in the browser. */
export function DeleteSection() {
  const context = useApp();
  const projects = useStore(context.keep, (state) => state.projects) ?? [];
  const asked = useAsked();
  return (
    <section className="panel-section stack" aria-labelledby="work-delete-title">
      <h3 id="work-delete-title">Delete all my data</h3>
      <p className="small soft">Empties everything that this app holds in this browser, in every tab.</p>
      <Button onClick={asked.ask}>Delete all my data …</Button>
      <ConfirmDialog
        title="Delete all your data from this browser?"
        open={asked.open}
        verb="Delete everything"
        isBusy={asked.isBusy}
        problem={asked.problem}
        onClose={asked.close}
        onConfirm={() =>
          asked.confirm(async () => {
            const left = await deleteAllData(context);
            // The page opens anew: until it does, the dialog says that it is at it.
            if (left.length === 0) return new Promise(() => undefined);
            return `The browser could not delete: ${left.join(', ')}. Clear this site’s data in the browser’s settings.`;
          })
        }
      >
        <p>These go for good, here and in every other tab of this app:</p>
        <ul className="bullets">
          {projects.map(({ id, name }) => (
            <li key={id} className="anywhere">
              {name}
            </li>
          ))}
          <li>all files that were read, and all steps</li>
          <li>your settings, such as light or dark</li>
          <li>the copy of this app that works offline</li>
        </ul>
        <p>Files that you saved or downloaded stay where you put them.</p>
      </ConfirmDialog>
    </section>
  );
}
