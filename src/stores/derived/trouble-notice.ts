/** What can be done about a trouble; the notice makes a button of each. */
export type TroubleAction =
  | 'save-file'
  | 'open-file'
  | 'try-again'
  | 'make-room'
  | 'reload'
  | 'take-over'
  | 'see-copies'
  | 'start-afresh'
  | 'download-damaged'
  | 'see-projects'
  | 'choose-files';

/** A message about the kept work: what happened, what is safe, what to do. */
export interface TroubleNotice {
  /** Same as long as it is the same trouble. */
  readonly id: string;
  /** 'problem' is read out at once; 'done' and 'info' wait their turn. */
  readonly kind: 'problem' | 'warning' | 'info' | 'done';
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
  readonly actions: readonly TroubleAction[];
  /** What closing it lets go of; 'itself': it alone, until the page is loaded anew; null: it stays while it is true. */
  readonly closes: 'welcome' | 'refused' | 'link' | 'told' | 'itself' | null;
}

/** What else the notices look at. */
export interface TroubleContext {
  /** Edits refused since the work on show is for reading only. */
  readonly refusals: number;
}
