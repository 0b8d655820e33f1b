import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agoWords, momentWords } from '../../../src/stores/derived/moment-words.ts';
import { savedWords } from '../../../src/stores/derived/saved-words.ts';
import { stepLines } from '../../../src/stores/derived/step-lines.ts';
import { fileAgeWords, promiseWords, workHeadline } from '../../../src/stores/derived/work-text.ts';
import { createKeepStore, type KeepState } from '../../../src/stores/keep-store.ts';
import { createProjectStore } from '../../../src/stores/project-store.ts';

const START = createKeepStore().getState();
const NOW = new Date(2026, 10, 27, 14, 2);

describe('moments in words', () => {
  it('names the time of today and the day of others, in the reader’s own time', () => {
    expect(momentWords(new Date(2026, 10, 27, 9, 5).toISOString(), NOW)).toBe('at 09:05');
    expect(momentWords(new Date(2026, 10, 12, 23, 59).toISOString(), NOW)).toBe(
      'on 12 November 2026 at 23:59',
    );
    expect(momentWords('no time', NOW)).toBe('');
  });

  it('counts back, and never below zero where the clock was set back', () => {
    const before = (minutes: number): string =>
      agoWords(new Date(NOW.getTime() - minutes * 60_000).toISOString(), NOW);
    expect([0, 1, 59, 60, 1439, 1440, 4320].map(before)).toEqual([
      'just now',
      '1 minute ago',
      '59 minutes ago',
      '1 hour ago',
      '23 hours ago',
      '1 day ago',
      '3 days ago',
    ]);
    expect(before(-500)).toBe('just now');
  });
});

describe('whether the work is saved', () => {
  it('is never said where it is not so', () => {
    const states: readonly Partial<KeepState>[] = [
      { status: 'nothing' },
      { status: 'saving', waiting: 1 },
      { status: 'full', failing: 'full' },
      { status: 'failed', failing: 'failed' },
      { status: 'off', trouble: 'unreadable' },
      { status: 'off', trouble: 'overtaken' },
      { status: 'off', trouble: 'not-wanted' },
      { status: 'saved', heldElsewhere: true },
    ];
    for (const part of states) {
      const state = { ...START, ...part };
      expect(savedWords(state).words).not.toMatch(/^Saved/);
      expect(savedWords(state).short).not.toMatch(/^Saved/);
      expect(workHeadline(state).title).not.toMatch(/^Saved/);
    }
    expect(savedWords({ ...START, status: 'saved' }).words).toBe('Saved in this browser');
  });

  it('is another thing than saved to a file', () => {
    expect(fileAgeWords(null)).toBe('never');
    const at = new Date(Date.now() - 3 * 86_400_000).toISOString();
    expect(fileAgeWords({ at, changesSince: 12 })).toMatch(/^3 days ago \(on .+\), 12 changes since$/);
    expect(fileAgeWords({ at, changesSince: 1 })).toMatch(/1 change since$/);
    expect(fileAgeWords({ at, changesSince: 0 })).toMatch(/nothing changed since$/);
  });

  it('promises nothing that the browser did not', () => {
    expect(promiseWords(false)).toMatch(/may clear/);
    expect(promiseWords(null)).toMatch(/does not say/);
  });
});

describe('the steps', () => {
  it('lead where they say: every place, by one press, is the state after the step it names', () => {
    const names = fc.array(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.nat(12), fc.nat(24), (labels, undone, pick) => {
        const store = createProjectStore();
        for (const [i, label] of labels.entries())
          store.getState().change(label, { kind: 'set-name', name: `${label} ${i}`, fictional: false });
        const nameAfter = new Map<string | null, string>([[null, 'Untitled']]);
        for (const [i, label] of labels.entries()) nameAfter.set(`${i}`, `${label} ${i}`);
        store.getState().go(-Math.min(undone, labels.length));
        const lines = stepLines(store.getState());
        expect(lines).toHaveLength(labels.length + 1);
        expect(lines.filter(({ steps }) => steps === 0)).toHaveLength(1);
        const at = pick % lines.length;
        const version = store.getState().version;
        store.getState().go(lines[at].steps);
        const place = labels.length - 1 - at;
        expect(store.getState().project.name).toBe(nameAfter.get(place < 0 ? null : `${place}`));
        expect(store.getState().version - version).toBe(lines[at].steps === 0 ? 0 : 1);
      }),
    );
  });

  it('of a thousand undos at once are one version, with every entry told', () => {
    const store = createProjectStore();
    for (let i = 0; i < 1000; i++)
      store.getState().change(`Name ${i}`, { kind: 'set-name', name: `${i}`, fictional: false });
    let told = 0;
    store.subscribe(() => told++);
    store.getState().go(-1000);
    expect(told).toBe(1);
    expect(store.getState().entries).toHaveLength(1000);
    expect(store.getState().project.name).toBe('Untitled');
    store.getState().go(5000);
    expect(store.getState().project.name).toBe('999');
  });

  it('are refused, and counted as refused, where another tab edits', () => {
    const store = createProjectStore();
    store.getState().change('One', { kind: 'set-name', name: 'One', fictional: false });
    store.setState({ readOnly: true });
    store.getState().go(-1);
    expect(store.getState().project.name).toBe('One');
    expect(store.getState().refusals).toBe(1);
  });
});
