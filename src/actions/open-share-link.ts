import { demoPacksOf } from '../datasets/demo-packs.ts';
import type { InputName } from '../domain/project/differing-inputs.ts';
import type { AppContext } from './app-context.ts';
import { isWorthKeeping } from './is-worth-keeping.ts';

/**
 * Opens a share link as a project of its own, a copy that is kept as a new one; what was on show stays as it is kept. A
 * link that cannot be opened changes nothing, and the keep store says why. One after another. True where it is on show.
 */
export function openShareLink(context: AppContext, link: string): Promise<boolean> {
  const turn = last.then(() => open(context, link));
  last = turn.catch(() => undefined);
  return turn;
}

let last: Promise<unknown> = Promise.resolve();

async function open(context: AppContext, link: string): Promise<boolean> {
  const refuse = (why: string): false => {
    context.keep.setState({ link: { kind: 'refused', why } });
    return false;
  };
  const before = await whatWouldBeLost(context);
  if (before) return refuse(before);
  const outcome = await context.compute.run((api, job, onStep) => api.openShareLink(job, link, onStep));
  if (outcome.state !== 'done')
    return refuse(outcome.state === 'failed' ? outcome.message : 'Opening the link was stopped.');
  const { project, address, inputs, withRows, isPart, isSame } = outcome.value;
  const missing = project.fictional
    ? await withoutThoseOfDemo(context, outcome.value.missing)
    : outcome.value.missing;
  const meanwhile = await whatWouldBeLost(context);
  if (meanwhile) return refuse(meanwhile);
  const keeper = context.keeper.current;
  keeper?.show(null);
  const name = `${project.name.slice(0, LONGEST_NAME)} (from a link)`;
  context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [], premises: null });
  context.project.getState().open({ project: { ...project, name }, done: [], undone: [] });
  context.keep.setState({
    link: {
      kind: 'opened',
      name,
      files: inputs.length,
      withRows,
      missing,
      isPart,
      isSame,
      fictional: project.fictional,
    },
    welcome: null,
    refused: null,
  });
  // The view is taken up as any other address; the link itself stands nowhere any more.
  history.replaceState(history.state, '', address.startsWith('#/') ? address : '#/');
  dispatchEvent(new Event('popstate'));
  await keeper?.keepOpened(null);
  return true;
}

const LONGEST_NAME = 180;

/** Why the work on show must not be put away, in words; null where nothing of it would be lost. */
async function whatWouldBeLost(context: AppContext): Promise<string | null> {
  if (context.imports.getState().status === 'reading')
    return 'Files are just being read. Open the link again when they are in.';
  if (context.keep.getState().trouble === 'overtaken')
    return 'A newer Notspot has taken over this browser’s store. Reload this tab, then open the link.';
  await context.keeper.current?.flush();
  const { status, waiting } = context.keep.getState();
  const isKept = status === 'off' ? !isWorthKeeping(context) : waiting === 0;
  return isKept
    ? null
    : 'Your present work is not saved in this browser, and the link would take its place. Save it to a file first, or open the link in another tab.';
}

/** Files of the demo borough come from our own host, not from the sender. */
async function withoutThoseOfDemo(
  context: AppContext,
  missing: readonly InputName[],
): Promise<readonly InputName[]> {
  let left = missing;
  for (const { fetchPack } of demoPacksOf(missing.map(({ fileName }) => fileName))) {
    try {
      const { buffer } = (await fetchPack(import.meta.env.BASE_URL)).slice();
      const wanted = left;
      const outcome = await context.compute.run((api, job, onStep) =>
        api.takeFromPack(job, buffer, wanted, onStep),
      );
      if (outcome.state === 'done') left = outcome.value;
    } catch {
      // Without a connection: they are missing, and said to be.
      return left;
    }
  }
  return left;
}
