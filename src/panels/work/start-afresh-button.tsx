import { useStore } from 'zustand';
import { startStoreAfresh } from '../../actions/mend-store.ts';
import { ACTION_WORDS } from '../../stores/derived/action-words.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useAsked } from './use-asked.ts';

/** Deletes a store that cannot be read, once that is confirmed. */
export function StartAfreshButton() {
  const context = useApp();
  const copies = (useStore(context.keep, (state) => state.copies) ?? []).filter(
    ({ state }) => state === 'whole',
  );
  const asked = useAsked();
  return (
    <>
      <Button onClick={asked.ask}>{ACTION_WORDS['start-afresh']}</Button>
      <ConfirmDialog
        title="Delete the damaged store and start afresh?"
        open={asked.open}
        verb="Delete and start afresh"
        isBusy={asked.isBusy}
        problem={asked.problem}
        onClose={asked.close}
        onConfirm={() => asked.confirm(() => startStoreAfresh(context))}
      >
        <p>
          What the browser cannot read is deleted for good: projects that are in no second copy and in no file
          of yours are then lost.
        </p>
        {copies.length > 0 ? (
          <>
            <p>Put back from their second copies:</p>
            <ul className="bullets">
              {copies.map(({ id, name }) => (
                <li key={id} className="anywhere">
                  {name}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>No second copy was found.</p>
        )}
        <p>What you did since you opened this tab stays and is saved as a project.</p>
      </ConfirmDialog>
    </>
  );
}
