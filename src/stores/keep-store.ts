import { createStore } from 'zustand/vanilla';
import type { InputName } from '../domain/project/differing-inputs.ts';
import type { Fingerprints } from '../domain/project/fingerprints.ts';

/** Whether the work on show is kept in this browser, told as it is. */
export type KeepStatus =
  /** Nothing a person did yet: there is nothing to keep. */
  | 'nothing'
  | 'saving'
  | 'saved'
  /** The browser has no room: what is new is not kept. */
  | 'full'
  /** A save did not work for another reason; `problem` says which. */
  | 'failed'
  /** The store cannot be used in this visit; `trouble` says why. */
  | 'off';

/** Why the store cannot be used, or is not. */
export type KeepTrouble =
  | 'unavailable'
  /** The page came by plain http from another machine. */
  | 'insecure'
  | 'unreadable'
  /** It neither opened nor said why. */
  | 'silent'
  | 'newer'
  | 'blocked'
  /** A newer Notspot in another tab changed it. */
  | 'overtaken'
  | 'closed'
  /** Another tab is deleting all that is kept. */
  | 'deleted'
  /** This tab is, as the person asked. */
  | 'deleting'
  /** This tab tried to, and not all of it went; `problem` says what is left. */
  | 'not-deleted'
  /** The person asked that nothing be kept. */
  | 'not-wanted';

/** What a person is told once, when the work comes up. */
export type KeepWelcome =
  | { readonly kind: 'restored-after-stop' }
  | { readonly kind: 'updated' }
  /** null: only second copies tell that there was any. */
  | { readonly kind: 'removed-by-browser'; readonly lastKeptAt: string | null }
  /** Another tab had changed the project: this tab's edits live on in a project of their own. */
  | { readonly kind: 'kept-as-copy'; readonly name: string }
  /** Files whose data could not be read again from this browser. */
  | {
      readonly kind: 'contents-lost';
      readonly fileNames: readonly string[];
      readonly contentIds: readonly string[];
    }
  /** Files whose data was lost and that were given again. */
  | {
      readonly kind: 'files-found';
      readonly fileNames: readonly string[];
      readonly stillMissing: readonly string[];
    }
  | { readonly kind: 'all-deleted' };

/** What became of a share link, or is told of a file that was opened. */
export type LinkNews =
  | {
      readonly kind: 'opened';
      readonly name: string;
      /** Files of the project, those whose rows the link holds, and those whose data is nowhere in this browser. */
      readonly files: number;
      readonly withRows: number;
      readonly missing: readonly InputName[];
      /** The sender left out other files. */
      readonly isPart: boolean;
      /** The project's fingerprint is the sender's. */
      readonly isSame: boolean;
      readonly fictional: boolean;
    }
  | {
      readonly kind: 'file-opened';
      readonly fileName: string;
      readonly name: string;
      /** Files of the project, all of them in it. */
      readonly files: number;
      readonly fingerprints: Fingerprints;
      /** What whoever wrote it left out as confidential. */
      readonly leftOut: { readonly files: number; readonly layers: number };
    }
  | { readonly kind: 'refused'; readonly why: string };

/** In sentences: what did not go as asked, and what of it is safe or to be done. */
export interface WorkNews {
  readonly title: string;
  readonly more: string;
}

/** A project as the list shows it. */
export interface ProjectOfList {
  readonly id: string;
  readonly name: string;
  readonly fictional: boolean;
  readonly changedAt: string | null;
  readonly file: { readonly at: string; readonly isCurrent: boolean } | null;
  readonly state: 'whole' | 'damaged' | 'newer';
  /** '' for a whole one. */
  readonly why: string;
}

export interface KeepState {
  readonly status: KeepStatus;
  readonly trouble: KeepTrouble | null;
  readonly problem: string | null;
  /** How the last save ended, until one works: stays while the next is tried. */
  readonly failing: 'full' | 'failed' | null;
  /** Id of the kept project on show; null: not kept (yet). */
  readonly projectId: string | null;
  /** ISO instant of the last save of this visit. */
  readonly savedAt: string | null;
  /** Changes not kept yet. */
  readonly waiting: number;
  /** When the project was last saved to a file, and how many changes came since; null: never. */
  readonly file: { readonly at: string; readonly changesSince: number } | null;
  /** Fewer steps of undo are kept than can be taken now: the browser has no room, or no more, for the data they need. */
  readonly isUndoShorter: boolean;
  /** Another tab edits this project: here it is for reading. */
  readonly heldElsewhere: boolean;
  readonly welcome: KeepWelcome | null;
  readonly link: LinkNews | null;
  /** How something that was asked of kept projects ended, where it did not end as asked. */
  readonly told: WorkNews | null;
  /** A project that was to be opened and cannot be. */
  readonly refused: ProjectOfList | null;
  /** null: not listed yet. */
  readonly projects: readonly ProjectOfList[] | null;
  /** Second copies found where the store could not be opened; null: not looked for. */
  readonly copies: readonly ProjectOfList[] | null;
  /** Whether the browser promised not to clear the store by itself; null: not known. */
  readonly persisted: boolean | null;
}

export function createKeepStore() {
  return createStore<KeepState>()(() => ({
    status: 'nothing',
    trouble: null,
    problem: null,
    failing: null,
    projectId: null,
    savedAt: null,
    waiting: 0,
    file: null,
    isUndoShorter: false,
    heldElsewhere: false,
    welcome: null,
    link: null,
    told: null,
    refused: null,
    projects: null,
    copies: null,
    persisted: null,
  }));
}

export type KeepStore = ReturnType<typeof createKeepStore>;
