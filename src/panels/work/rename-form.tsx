import { useEffect, useRef, useState } from 'react';
import { renameProject } from '../../actions/kept-projects.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';

export interface RenameFormProps {
  readonly id: string;
  readonly name: string;
  readonly onEnd: () => void;
}

/** Takes another name for a kept project, and says why it did not get it. Escape leaves the old one. */
export function RenameForm({ id, name, onEnd }: RenameFormProps) {
  const context = useApp();
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className="work-rename"
      onSubmit={(event) => {
        event.preventDefault();
        void renameProject(context, id, text).then((why) => (why === null ? onEnd() : setProblem(why)));
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
      {problem ? <Notice kind="problem" title={problem} /> : null}
      <div className="row">
        <Button type="submit" kind="main" disabled={text.trim() === ''}>
          Save the name
        </Button>
        <Button onClick={onEnd}>Cancel</Button>
      </div>
    </form>
  );
}
