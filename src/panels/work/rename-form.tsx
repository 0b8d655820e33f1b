import { useEffect, useRef, useState } from 'react';
import { renameProject } from '../../actions/kept-projects.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';

/** Takes another name for the project on show. Escape leaves the old one. */
export function RenameForm({ name, onEnd }: { readonly name: string; readonly onEnd: () => void }) {
  const context = useApp();
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className="work-rename"
      onSubmit={(event) => {
        event.preventDefault();
        renameProject(context, text);
        onEnd();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <label>
        <span className="field-label">Name of the project</span>
        <input
          className="control"
          ref={field}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className="row">
        <Button type="submit" kind="main" disabled={text.trim() === ''}>
          Save the name
        </Button>
        <Button onClick={onEnd}>Cancel</Button>
      </div>
    </form>
  );
}
