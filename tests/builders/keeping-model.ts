import fc from 'fast-check';
import { forgetFile } from '../../src/actions/forget-file.ts';
import { clearHistory } from '../../src/actions/free-memory.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { openKept, openKeptWork } from '../../src/actions/open-kept-work.ts';
import type { Work } from '../../src/domain/project/work.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { clearContents } from '../../src/storage/clear-contents.ts';
import { FakeBrowser, type FakeTab } from './fake-browser.ts';

/**
 * What must be on the disk, kept outside of the app: of each project the last work that was told to be saved, and those
 * that came after it, any of which may be there too. Two tabs at most.
 */
export class KeepingModel {
  readonly saved = new Map<string, SavedWork>();
  /** Works of tabs that had no project on the disk yet: a crash may have left one of them there. */
  readonly orphans = new Set<string>();
  wasFull = false;
  /** Data that nothing kept named was let go of while two tabs were open, one of which may have needed it for undo alone. */
  wasCleared = false;
  /** The browser threw data away: until it is given again, it is told to be lost. */
  wasLost = false;
  /** The project in each file, by when it was saved. */
  readonly files = new Map<string, string>();
  /** The tab that had the project last. */
  readonly holder = new Map<string, FakeTab>();
  /** The work as that tab found it. */
  readonly taken = new Map<string, string>();
  /** What of each tab was last taken down. */
  readonly noted = new Map<FakeTab, string>();
}

interface SavedWork {
  readonly acknowledged: string;
  readonly after: Set<string>;
}

/** The real thing: a browser with one or two tabs. */
export class Keeping {
  readonly browser = new FakeBrowser();
  readonly tabs: FakeTab[] = [];
  private readonly onCopy: (state: string) => void;

  /** `onCopy` hears of each work that the app itself made a copy of, also where a step goes on from it at once. */
  constructor(onCopy: (state: string) => void) {
    this.onCopy = onCopy;
  }

  async start(i: number): Promise<FakeTab> {
    const tab = this.browser.open();
    this.tabs[i] = tab;
    // Told before the keeper is, and told of its own change before it: so the keeper hears them the other way round.
    tab.context.project.subscribe(({ project, done, change }, before) => {
      if (project === before.project || !done.at(-1)?.label.startsWith('Echo')) return;
      change('Answer', {
        kind: 'set-assumptions',
        assumptions: [...project.assumptions, { text: 'Answer', source: null }],
      });
    });
    tab.context.project.subscribe(({ done }) => {
      if (done.at(-1)?.label.startsWith('Copied as')) this.onCopy(stateOf(tab));
    });
    await tab.in(() => openKeptWork(tab.context));
    return tab;
  }

  tab(i: number): FakeTab {
    return this.tabs[i % this.tabs.length];
  }
}

export type Command = fc.AsyncCommand<KeepingModel, Keeping>;

/** One thing that a person or the world does. Ends by holding the disk to the model. */
class Act implements Command {
  private readonly name: string;
  private readonly at: number;
  private readonly work: (model: KeepingModel, real: Keeping, tab: FakeTab) => Promise<unknown>;

  constructor(name: string, at: number, work: Act['work']) {
    this.name = name;
    this.at = at;
    this.work = work;
  }

  check(): boolean {
    return true;
  }

  async run(model: KeepingModel, real: Keeping): Promise<void> {
    await this.work(model, real, real.tab(this.at));
    for (const one of real.browser.tabs) {
      noteState(model, one);
      note(model, one);
      holdFileAge(model, one);
    }
  }

  toString(): string {
    return `${this.name}@${this.at}`;
  }
}

/** A kind of act: how often it comes, what words or numbers it is given, and what it does with them. */
interface Kind {
  readonly weight: number;
  readonly given?: readonly fc.Arbitrary<string | number>[];
  readonly work: (...given: string[]) => Act['work'];
}

const names = fc.constantFrom('North', 'South', 'East', 'West');
const turns = fc.nat(12);

const KINDS: Readonly<Record<string, Kind>> = {
  edit: {
    weight: 5,
    given: [fc.nat(3), names],
    work: (kind, name) => async (model, _real, tab) => {
      tab.in(() => {
        const { project, change } = tab.context.project.getState();
        if (kind === '0') change(name, { kind: 'set-name', name, fictional: false });
        if (kind === '1')
          change(name, {
            kind: 'insert',
            list: 'recipes',
            at: project.recipes.length,
            item: { id: `own-${name}`, name, text: 'no 5g' },
          });
        if (kind === '2')
          change(name, {
            kind: 'set-project',
            project: { ...project, assumptions: [...project.assumptions, { text: name, source: null }] },
          });
        // A listener of the app answers with a change of its own.
        if (kind === '3') change(`Echo ${name}`, { kind: 'set-assumptions', assumptions: [] });
      });
      noteState(model, tab);
    },
  },
  import: {
    weight: 1,
    given: [names],
    work: (name) => async (model, _real, tab) => {
      await tab.in(() => importFiles(tab.context, [fileNamed(name)]));
      noteState(model, tab);
    },
  },
  undo: {
    weight: 2,
    work: () => async (model, _real, tab) => {
      tab.in(() => tab.context.project.getState().undo());
      noteState(model, tab);
    },
  },
  redo: {
    weight: 1,
    work: () => async (model, _real, tab) => {
      tab.in(() => tab.context.project.getState().redo());
      noteState(model, tab);
    },
  },
  'forget a file': {
    weight: 1,
    work: () => async (model, _real, tab) => {
      const [dataset] = tab.context.project.getState().project.datasets;
      if (dataset) tab.in(() => forgetFile(tab.context, dataset.contentId));
      noteState(model, tab);
    },
  },
  'clear history': {
    weight: 1,
    work: () => async (model, _real, tab) => {
      tab.in(() => clearHistory(tab.context));
      noteState(model, tab);
    },
  },
  save: {
    weight: 1,
    work: () => async (model, _real, tab) => {
      await flush(model, tab);
    },
  },
  'begin to save, go on after': {
    weight: 2,
    given: [turns],
    work: (count) => async (_model, _real, tab) => {
      void tab.in(() => tab.context.keeper.current?.flush());
      for (let i = 0; i < Number(count); i++) await new Promise((resolve) => setImmediate(resolve));
    },
  },
  'take over from a frozen tab': {
    weight: 2,
    /** The other tab is frozen, so that the lock is taken from it, and wakes without having heard of it. */
    work: () => async (model, real, tab) => {
      const { heldElsewhere, projectId } = tab.context.keep.getState();
      const other = real.tabs.find((one) => one !== tab);
      if (!heldElsewhere || !other) return;
      other.isFrozen = true;
      real.browser.locks.drop(other);
      await openById(tab, projectId ?? '', true);
      holdTo(model, tab);
      other.isFrozen = false;
    },
  },
  'save as': {
    weight: 1,
    given: [names],
    work: (name) => async (model, _real, tab) => {
      await tab.in(() => tab.context.keeper.current?.keepAsNew(`Copy ${name}`));
      await flush(model, tab);
    },
  },
  'save to a file': {
    weight: 1,
    work: () => async (model, _real, tab) => {
      const at = new Date(Date.UTC(2026, 10, 27, 7, 0, model.files.size)).toISOString();
      const { project, version } = tab.context.project.getState();
      model.files.set(at, canonicalJson(project));
      await tab.in(() => tab.context.keeper.current?.savedToFile(at, version));
    },
  },
  'clear contents': {
    weight: 1,
    work: () => async (model, real, tab) => {
      model.wasCleared ||= real.browser.tabs.size > 1;
      const projects = tab.context.keeper.current?.projects;
      if (projects)
        await tab.in(() => clearContents({ projects, files: real.browser.contents.of(tab), copies: null }));
    },
  },
  'the browser throws data away': {
    weight: 1,
    work: () => async (model, real) => {
      model.wasLost ||= real.browser.contents.bytes.size > 0;
      real.browser.contents.bytes.clear();
    },
  },
  'give the files again': {
    weight: 1,
    work: () => async (model, _real, tab) => {
      const { datasets } = tab.context.project.getState().project;
      const files = datasets.map(({ fileName }) => fileNamed(fileName.replace('.csv', '')));
      if (files.length > 0) await tab.in(() => importFiles(tab.context, files));
      noteState(model, tab);
    },
  },
  reload: {
    weight: 1,
    work: () => async (model, real, tab) => {
      await flush(model, tab);
      noteLoose(model, tab);
      tab.close();
      await reopen(model, real, tab);
    },
  },
  'crash after': {
    weight: 2,
    given: [turns],
    work: (count) => async (model, real, tab) => {
      // In the midst of a save, at any of its turns.
      void tab.in(() => tab.context.keeper.current?.flush());
      for (let i = 0; i < Number(count); i++) await new Promise((resolve) => setImmediate(resolve));
      note(model, tab);
      noteLoose(model, tab);
      tab.crash();
      await reopen(model, real, tab);
    },
  },
  'second tab': {
    weight: 2,
    work: () => async (model, real) => {
      if (real.tabs.length > 1) return;
      const tab = await real.start(1);
      holdTo(model, tab);
    },
  },
  'close the second tab': {
    weight: 1,
    work: () => async (model, real) => {
      const tab = real.tabs[1];
      if (!tab) return;
      await flush(model, tab);
      noteLoose(model, tab);
      tab.close();
      real.tabs.length = 1;
    },
  },
  'take over': {
    weight: 2,
    work: () => async (model, _real, tab) => {
      const { heldElsewhere, projectId } = tab.context.keep.getState();
      if (!heldElsewhere) return;
      await openById(tab, projectId ?? '', true);
      holdTo(model, tab);
    },
  },
  'open project': {
    weight: 1,
    given: [fc.nat(5)],
    work: (which) => async (model, _real, tab) => {
      const ids = [...model.saved.keys()];
      const id = ids[Number(which) % ids.length];
      // What is on show is not opened again.
      if (ids.length === 0 || tab.context.keep.getState().projectId === id) return;
      const before = stateOf(tab);
      const outcome = await openById(tab, id, false);
      if (outcome === 'opened') holdTo(model, tab);
      else if (stateOf(tab) !== before && !model.wasFull)
        throw new Error('What was on show is not there any more.');
    },
  },
  'the disk is full': {
    weight: 1,
    work: () => async (model, real) => {
      real.browser.isFull = true;
      model.wasFull = true;
    },
  },
  'there is room': {
    weight: 2,
    work: () => async (_model, real) => {
      real.browser.isFull = false;
    },
  },
  /** No part of keeping asks the network: nothing may change by it. */
  offline: { weight: 1, work: () => async () => undefined },
};

/** Whatever may happen, the usual more often than the rare. */
export const keepingCommands: readonly fc.WeightedArbitrary<Command>[] = Object.entries(KINDS).map(
  ([name, { weight, given = [], work }]) => ({
    weight,
    arbitrary: fc
      .tuple(fc.nat(1), ...given)
      .map(([at, ...words]) => new Act([name, ...words].join(' '), at, work(...words.map(String)))),
  }),
);

/** The command that prints itself so: "edit 0 North@1". */
export function commandNamed(text: string): Command {
  const [whole, at] = text.split('@');
  const name = Object.keys(KINDS)
    .filter((one) => whole === one || whole.startsWith(`${one} `))
    .sort((one, other) => other.length - one.length)
    .at(0);
  if (name === undefined) throw new Error(`There is no command "${text}".`);
  const words = whole.slice(name.length).trim().split(' ');
  return new Act(whole, Number(at), KINDS[name].work(...words));
}

function fileNamed(name: string): File {
  return new File([`code,${name}\nE05000001,1\nE05000002,2\n`], `${name}.csv`);
}

/** A browser with one tab, whose app answers some changes with another. */
export async function beginKeeping(): Promise<{ model: KeepingModel; real: Keeping }> {
  const model = new KeepingModel();
  const real = new Keeping((state) => model.orphans.add(state));
  await real.start(0);
  return { model, real };
}

/** In the end nothing is lost: all is saved once there is room, and opens from the disk in a new tab. */
export async function endKeeping(model: KeepingModel, real: Keeping): Promise<void> {
  real.browser.isFull = false;
  for (const tab of [...real.browser.tabs]) {
    const { waiting } = tab.context.keep.getState();
    if (waiting > 0 && !(await flush(model, tab))) throw new Error('With room there again it is not saved.');
    tab.close();
  }
  const tab = await real.start(0);
  const projects = tab.context.keeper.current?.projects;
  if (!projects) throw new Error('The store does not open.');
  for (const one of await tab.in(() => projects.list())) {
    if (one.state !== 'whole') throw new Error(`A project is damaged: ${one.why}`);
    const kept = await tab.in(() => projects.read(one.record.id));
    const { id } = one.record;
    // Made by the app itself where a tab had lost its project, and left again within the same step: one more is no loss.
    if (!model.saved.has(id) && /copy from another tab/.test(one.record.name)) continue;
    if (kept) holdWork(model, { id, work: kept.work, allowed: allowedOf(model, id) });
    for (const { contentId, hash } of one.record.contents)
      if (!model.wasLost && !real.browser.contents.bytes.has(hash))
        throw new Error(`The data of ${contentId} is gone.`);
    if ((await openById(tab, one.record.id, true)) !== 'opened') throw new Error('A project does not open.');
    const { welcome } = tab.context.keep.getState();
    if (welcome?.kind === 'contents-lost' && !model.wasLost) throw new Error(`Lost: ${welcome.fileNames}`);
  }
  const there = new Set(
    (await tab.in(() => projects.list())).flatMap((one) => (one.state === 'whole' ? [one.record.id] : [])),
  );
  for (const id of model.saved.keys()) if (!there.has(id)) throw new Error(`The project ${id} is gone.`);
  real.browser.end();
}

async function reopen(model: KeepingModel, real: Keeping, gone: FakeTab): Promise<void> {
  const tab = await real.start(real.tabs.indexOf(gone));
  holdTo(model, tab);
}

async function openById(tab: FakeTab, id: string, take: boolean) {
  const listed = await tab.in(() => tab.context.keeper.current?.projects.list());
  const found = listed?.find((one) => one.state === 'whole' && one.record.id === id);
  if (!found) throw new Error(`The project ${id} is not listed.`);
  return tab.in(() => openKept(tab.context, found, { take }));
}

async function flush(model: KeepingModel, tab: FakeTab): Promise<boolean> {
  const isKept = (await tab.in(() => tab.context.keeper.current?.flush())) ?? false;
  note(model, tab);
  return isKept;
}

/** What a tab shows as saved is owed from now on. */
function note(model: KeepingModel, tab: FakeTab): void {
  const { projectId, status, waiting, heldElsewhere } = tab.context.keep.getState();
  if (projectId === null || status !== 'saved' || waiting > 0 || heldElsewhere) return;
  const state = stateOf(tab);
  if (model.noted.get(tab) === projectId + state) return;
  model.noted.set(tab, projectId + state);
  const holder = model.holder.get(projectId) ?? tab;
  // What it saved before, and the other found there when it took the project, may be told late.
  if (holder !== tab && !holder.isGone) {
    const found = model.taken.get(projectId);
    if (found === state) return;
    // Where the disk is too full to mark a project as taken, the first to write keeps it, and the other makes a copy.
    if (model.saved.get(projectId)?.acknowledged !== found)
      throw new Error('A tab saved over what another had taken.');
  }
  model.holder.set(projectId, tab);
  model.saved.set(projectId, { acknowledged: state, after: new Set() });
}

/** Where a tab says that nothing changed since the last file, nothing did. */
function holdFileAge(model: KeepingModel, tab: FakeTab): void {
  const { file } = tab.context.keep.getState();
  if (!file || file.changesSince > 0) return;
  if (model.files.get(file.at) !== canonicalJson(tab.context.project.getState().project))
    throw new Error('The last file is said to hold the work as it is, and does not.');
}

/** What a tab shows and does not call saved may be on the disk, or not. */
function noteState(model: KeepingModel, tab: FakeTab): void {
  const { projectId, heldElsewhere } = tab.context.keep.getState();
  if (heldElsewhere) return;
  const known = projectId === null ? undefined : model.saved.get(projectId);
  (known?.after ?? model.orphans).add(stateOf(tab));
}

function noteLoose(model: KeepingModel, tab: FakeTab): void {
  model.orphans.add(stateOf(tab));
  noteState(model, tab);
}

/** The work that a tab has just opened is one that the disk may hold. */
function holdTo(model: KeepingModel, tab: FakeTab): void {
  const { projectId, welcome, heldElsewhere } = tab.context.keep.getState();
  if (welcome?.kind === 'contents-lost' && !model.wasLost) throw new Error(`Lost: ${welcome.fileNames}`);
  if (projectId === null) {
    if (model.saved.size > 0) throw new Error('No kept project was opened.');
    return;
  }
  const before = allowedOf(model, projectId);
  // What another tab saved before it lost the project counts; one that only reads may have read before that.
  for (const other of tab.browser.tabs) if (other !== tab) note(model, other);
  const allowed = [...(heldElsewhere ? before : []), ...allowedOf(model, projectId)];
  holdWork(model, { id: projectId, work: tab.context.project.getState(), allowed });
  if (heldElsewhere) return;
  model.holder.set(projectId, tab);
  model.taken.set(projectId, stateOf(tab));
  model.saved.set(projectId, { acknowledged: stateOf(tab), after: new Set(allowed) });
  model.noted.set(tab, projectId + stateOf(tab));
}

function allowedOf(model: KeepingModel, id: string): readonly string[] {
  const known = model.saved.get(id);
  return known ? [known.acknowledged, ...known.after] : [...model.orphans];
}

function holdWork(
  model: KeepingModel,
  { id, work, allowed }: { readonly id: string; readonly work: Work; readonly allowed: readonly string[] },
): void {
  const { project, done, undone } = work;
  const state = canonicalJson({ project, done, undone });
  if (
    allowed.includes(state) ||
    ((model.wasFull || model.wasCleared || model.wasLost) && allowed.some((one) => isShortened(state, one)))
  )
    return;
  throw new Error(
    `The project ${id} on the disk is none of those that were on show:\n${state}\n${allowed.join('\n')}`,
  );
}

/** Without room for what only undo names, or without its data, the earliest steps are not kept. */
function isShortened(state: string, whole: string): boolean {
  const [short, long] = [JSON.parse(state), JSON.parse(whole)];
  const ends = (steps: unknown[], all: unknown[]): boolean =>
    canonicalJson(all.slice(all.length - steps.length)) === canonicalJson(steps);
  return (
    canonicalJson(short.project) === canonicalJson(long.project) &&
    ends(short.done, long.done) &&
    ends(short.undone, long.undone)
  );
}

function stateOf(tab: FakeTab): string {
  const { project, done, undone } = tab.context.project.getState();
  return canonicalJson({ project, done, undone });
}
