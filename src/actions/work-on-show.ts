import type { AppContext } from './app-context.ts';
import { KeptSession } from './kept-session.ts';

/** The work on show as it is kept: what the keep store says of it, and how it branches into a project of its own. */
export class WorkOnShow {
  session = new KeptSession();
  private readonly context: AppContext;

  constructor(context: AppContext) {
    this.context = context;
  }

  /** Tells the keep store, with how much waits and how old the file is. */
  tell(state: Partial<ReturnType<AppContext['keep']['getState']>>): void {
    const { record, waiting } = this.session;
    const file = (record ?? this.session).file;
    const changesSince = file ? Math.max(0, (record?.revision ?? 0) + waiting.length - file.revision) : 0;
    this.context.keep.setState({
      projectId: record?.id ?? null,
      waiting: waiting.length,
      file: file && { at: file.at, changesSince },
      ...state,
    });
  }

  /** Another tab wrote the project meanwhile: this tab's work becomes a project of its own, and both are there. */
  branchFromAnother(): void {
    const { name } = this.context.project.getState().project;
    const copy = `${name.slice(0, LONGEST_NAME)} (copy from another tab)`;
    this.branch(copy);
    this.session.welcome = { kind: 'kept-as-copy', name: copy };
  }

  /** Goes on in a new project with the work on show. */
  branch(name: string): void {
    this.beginAnew();
    this.tell({ heldElsewhere: false });
    const { project, change } = this.context.project.getState();
    change(`Copied as ${name}`, { kind: 'set-name', name, fictional: project.fictional });
  }

  /** Goes on in a new project in which the whole work waits to be kept. */
  beginWhole(): void {
    this.beginAnew();
    this.session.waiting.push(null);
  }

  /** Goes on in a new project of which nothing is on the disk and nothing waits. */
  beginAnew(): void {
    this.session.end();
    this.session = new KeptSession();
    this.context.project.setState({ readOnly: false });
  }
}

/** Longest part of a name that a copy's name takes over. */
const LONGEST_NAME = 170;
