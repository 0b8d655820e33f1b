import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import {
  copyProject,
  deleteProject,
  downloadDamaged,
  openProjectOfList,
} from '../../actions/kept-projects.ts';
import { projectLines } from '../../stores/derived/work-text.ts';
import type { ProjectOfList } from '../../stores/keep-store.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { useFocusPassedOn } from '../use-focus-passed-on.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { RenameForm } from './rename-form.tsx';
import { useAsked } from './use-asked.ts';

/** A kept project: what it is, and what can be done with it. */
export function ProjectLine({ project }: { readonly project: ProjectOfList }) {
  const context = useApp();
  const { id, name, fictional, state } = project;
  const isShown = useStore(context.keep, ({ projectId }) => projectId === id);
  const isReadOnly = useStore(context.keep, ({ heldElsewhere }) => heldElsewhere);
  const place = useRef<HTMLLIElement>(null);
  useKeptFocus(place);
  useFocusPassedOn(place, 'work-projects');
  const [isRenaming, setRenaming] = useState(false);
  const asked = useAsked();
  const isWhole = state === 'whole';
  return (
    <li className="work-project" aria-current={isShown || undefined} ref={place} tabIndex={-1}>
      <div className="work-project-name">
        <strong className="anywhere">{name}</strong>
        {isShown ? <Badge>on show</Badge> : null}
        {fictional ? <Badge kind="fictional">fictional</Badge> : null}
        {isWhole ? null : <Badge kind="refused">{state === 'newer' ? 'newer' : 'damaged'}</Badge>}
      </div>
      {projectLines(project).map((line) => (
        <p key={line} className="small soft anywhere">
          {line}
        </p>
      ))}
      {isRenaming ? <RenameForm id={id} name={name} onEnd={() => setRenaming(false)} /> : null}
      <div className="work-project-buttons">
        {isWhole && !isShown ? (
          <Button kind="quiet" onClick={() => void openProjectOfList(context, id)}>
            Open <span className="unseen">{name}</span>
          </Button>
        ) : null}
        {isWhole && !isRenaming && !(isShown && isReadOnly) ? (
          <Button kind="quiet" onClick={() => setRenaming(true)}>
            Rename <span className="unseen">{name}</span>
          </Button>
        ) : null}
        {isWhole ? (
          <Button kind="quiet" onClick={() => void copyProject(context, id)}>
            Copy <span className="unseen">{name}</span>
          </Button>
        ) : (
          <Button kind="quiet" icon="download" onClick={() => void downloadDamaged(context, id)}>
            {state === 'newer' ? 'Download its data' : 'Download damaged data'}{' '}
            <span className="unseen">of {name}</span>
          </Button>
        )}
        <Button kind="quiet" onClick={asked.ask}>
          Delete <span className="unseen">{name}</span> …
        </Button>
      </div>
      <ConfirmDialog
        title={`Delete “${name}”?`}
        open={asked.open}
        verb="Delete the project"
        isBusy={asked.isBusy}
        problem={asked.problem}
        onClose={asked.close}
        onConfirm={() => asked.confirm(() => deleteProject(context, id))}
      >
        <p>
          Its data, layers, definitions and steps go from this browser for good, and cannot be brought back
          from here.
        </p>
        <p>{project.file ? projectLines(project).at(-1) : 'It is in no file of yours that we know of'}.</p>
        {isShown ? <p>It is on show: the demo borough takes its place.</p> : null}
      </ConfirmDialog>
    </li>
  );
}
