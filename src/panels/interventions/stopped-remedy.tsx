import { ReloadButton } from '../offline/reload-button.tsx';
import { ReloadNote } from '../offline/reload-note.tsx';

/** Where the calculation itself died, trying again alone may not help: what a reload does to the work, and the way to it. */
export function StoppedRemedy({ problemName }: { readonly problemName: string | undefined }) {
  if (problemName !== 'Stopped') return null;
  return (
    <div className="stack">
      <p>
        <ReloadNote />
      </p>
      <div>
        <ReloadButton>Reload</ReloadButton>
      </div>
    </div>
  );
}
