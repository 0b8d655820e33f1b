import { useId } from 'react';
import { useStore } from 'zustand';
import { takeFiles } from '../../actions/take-files.ts';
import { useApp, useImports } from '../app-provider.tsx';

/** Opens a file that Notspot saved, as a project of its own. Progress, and why one is refused, stand at the panel's top. */
export function OpenFile() {
  const context = useApp();
  const isReading = useImports(({ status }) => status === 'reading');
  const isOff = useStore(context.keep, ({ status }) => status === 'off');
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        Open a file that Notspot saved
      </label>
      <span className="field-hint" id={`${id}-means`}>
        {isOff
          ? 'It takes the place of what is on show, which only undo brings back, until you close this tab.'
          : 'It opens as a project of its own; the one on show stays kept.'}
      </span>
      <input
        id={id}
        className="work-open-file"
        type="file"
        accept=".notspot"
        aria-disabled={isReading || undefined}
        aria-describedby={`${id}-means`}
        onClick={(event) => (isReading ? event.preventDefault() : undefined)}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void takeFiles(context, files);
        }}
      />
    </div>
  );
}
