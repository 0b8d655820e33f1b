import { describe, expect, it } from 'vitest';
import { ACTION_WORDS } from '../../../src/stores/derived/action-words.ts';
import { hasTrouble } from '../../../src/stores/derived/has-trouble.ts';
import { troubleNotices } from '../../../src/stores/derived/trouble-notices.ts';
import {
  createKeepStore,
  type KeepState,
  type KeepTrouble,
  type KeepWelcome,
  type ProjectOfList,
} from '../../../src/stores/keep-store.ts';

const START = createKeepStore().getState();
const OFF: readonly KeepTrouble[] = [
  'unavailable',
  'unreadable',
  'silent',
  'newer',
  'blocked',
  'overtaken',
  'closed',
  'deleted',
  'not-deleted',
];
const WELCOMES: readonly KeepWelcome[] = [
  { kind: 'restored-after-stop' },
  { kind: 'updated' },
  { kind: 'removed-by-browser', lastKeptAt: '2026-11-12T14:02:00' },
  { kind: 'kept-as-copy', name: 'Trafford (copy from another tab)' },
  { kind: 'contents-lost', fileNames: ['a.csv', 'b.csv'], contentIds: ['a', 'b'] },
  { kind: 'files-found', fileNames: ['a.csv'], stillMissing: [] },
  { kind: 'all-deleted' },
];
const PROJECT: ProjectOfList = {
  id: 'one',
  name: 'Trafford',
  fictional: false,
  changedAt: null,
  file: null,
  state: 'damaged',
  why: 'The saved state of the project is damaged.',
};

const TROUBLES: readonly KeepState[] = [
  ...OFF.map((trouble): KeepState => ({ ...START, status: 'off', trouble })),
  ...WELCOMES.map((welcome): KeepState => ({ ...START, status: 'saved', welcome })),
  { ...START, status: 'full', failing: 'full', waiting: 2 },
  { ...START, status: 'failed', failing: 'failed', problem: 'The disk is gone.' },
  { ...START, status: 'saved', heldElsewhere: true },
  { ...START, refused: PROJECT },
  { ...START, refused: { ...PROJECT, state: 'newer' } },
  { ...START, refused: { ...PROJECT, state: 'whole', why: 'The connection is closing' } },
];

function noticesOf(state: Partial<KeepState>, refusals = 0) {
  return troubleNotices({ ...START, ...state }, { refusals });
}

describe('messages about the kept work', () => {
  it('are there exactly where the first screen fetches them', () => {
    for (const state of TROUBLES) {
      expect(hasTrouble(state)).toBe(true);
      expect(troubleNotices(state, { refusals: 0 })).toHaveLength(1);
    }
    const calm: readonly Partial<KeepState>[] = [
      {},
      { status: 'saving' },
      { status: 'saved' },
      { status: 'off', trouble: 'not-wanted' },
      { status: 'off', trouble: 'deleting' },
    ];
    for (const state of calm) {
      expect(hasTrouble({ ...START, ...state })).toBe(false);
      expect(noticesOf(state)).toEqual([]);
    }
  });

  it('say what happened and what to press; one that stays offers something to do', () => {
    for (const state of TROUBLES) {
      const [{ title, happened, actions, closes, id }] = troubleNotices(state, { refusals: 0 });
      expect(title).toMatch(/^\S.*[^.]$/);
      expect(happened).toMatch(/\.$/);
      expect(closes !== null || actions.length > 0, id).toBe(true);
      for (const action of actions) expect(ACTION_WORDS[action]).toMatch(/^[A-Z]/);
    }
  });

  it('stays while a full browser is tried again, and says how much waits', () => {
    const [notice] = noticesOf({ status: 'saving', failing: 'full', waiting: 3 });
    expect(notice.title).toBe('This browser is full: nothing new is being saved');
    expect(notice.happened).toContain('your last 3 changes');
    expect(notice.actions).toEqual(['save-file', 'try-again', 'make-room']);
  });

  it('answers an edit that was refused', () => {
    expect(noticesOf({ heldElsewhere: true }, 1)[0].title).toMatch(/^That change was not made/);
    expect(noticesOf({ status: 'off', trouble: 'overtaken' }, 1)[0].title).toMatch(
      /^That change was not made/,
    );
  });

  it('never calls saved what waits when a newer Notspot takes over', () => {
    expect(noticesOf({ status: 'off', trouble: 'overtaken', waiting: 1 })[0].safe).toMatch(
      /could not be saved/,
    );
    expect(noticesOf({ status: 'off', trouble: 'overtaken' })[0].safe).toMatch(/was saved before/);
  });

  it('offers second copies where there are some', () => {
    const unreadable = { status: 'off', trouble: 'unreadable' } as const;
    expect(noticesOf({ ...unreadable, copies: [PROJECT] })[0].actions).toContain('see-copies');
    expect(noticesOf({ ...unreadable, copies: [] })[0].actions).not.toContain('see-copies');
  });

  it('offers second copies too where the store came up empty', () => {
    const welcome = { kind: 'removed-by-browser', lastKeptAt: null } as const;
    const [notice] = noticesOf({ welcome, copies: [{ ...PROJECT, state: 'whole' }] });
    expect(notice.actions).toEqual(['see-copies', 'open-file']);
    expect(notice.safe).toMatch(/One project is still here/);
  });

  it('never calls a healthy project damaged, nor asks to delete it', () => {
    const why = 'What you changed last could not be kept in this browser and would be lost.';
    const [notice] = noticesOf({ refused: { ...PROJECT, state: 'whole', why } });
    expect(JSON.stringify(notice)).not.toMatch(/damaged|delete/);
    expect(notice.happened).toBe(why);
    expect(notice.actions).toEqual(['save-file', 'see-projects']);
  });

  it('says in the tab that deleted everything what is left, and of no other tab', () => {
    const [notice] = noticesOf({ status: 'off', trouble: 'not-deleted', problem: 'saved work, settings' });
    expect(notice.happened).toContain('saved work, settings');
    expect(JSON.stringify(notice)).not.toMatch(/another tab|by itself/);
  });

  it('stands beside one that would not open', () => {
    expect(noticesOf({ failing: 'full', refused: PROJECT }).map(({ id }) => id)).toEqual([
      'full',
      'damaged one',
    ]);
  });

  it('never calls a project damaged that was not opened for another reason', () => {
    const why = 'What you changed last could not be kept in this browser and would be lost.';
    const [notice] = noticesOf({ refused: { ...PROJECT, state: 'whole', why } });
    expect(notice.title).toBe('“Trafford” was not opened');
    expect(notice.happened).toBe(why);
    expect(notice.actions).not.toContain('download-damaged');
  });

  it('counts one second copy as one', () => {
    const copies = [{ ...PROJECT, state: 'whole' }] as const;
    const [notice] = noticesOf({ status: 'off', trouble: 'unreadable', copies });
    expect(notice.todo).toContain('open the project found in a second copy');
  });
});
