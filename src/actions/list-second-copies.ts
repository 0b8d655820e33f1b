import { secondCopies } from '../storage/second-copies.ts';
import type { ProjectOfList } from '../stores/keep-store.ts';
import type { AppContext } from './app-context.ts';
import { type CopyRead, readSecondCopy } from './read-second-copy.ts';

/** Lists into the keep store the second copies of projects that the store has not, or not whole. */
export async function listSecondCopies(context: AppContext): Promise<void> {
  const found = (await (await secondCopies())?.list()) ?? [];
  const stored = await wholeOnes(context);
  const left = found.filter(({ id }) => !stored.has(id));
  context.keep.setState({ copies: left.map(({ id, text }) => ofList(id, readSecondCopy(text))) });
}

async function wholeOnes(context: AppContext): Promise<ReadonlySet<string>> {
  const listed = (await context.keeper.current?.projects.list()) ?? [];
  return new Set(
    listed.flatMap((one) =>
      one.state === 'whole' && one.record.id !== refusedId(context) ? [one.record.id] : [],
    ),
  );
}

/** A project that cannot be opened may be listed as whole: only its work is damaged. */
function refusedId(context: AppContext): string | null {
  const { refused } = context.keep.getState();
  return refused?.state === 'damaged' ? refused.id : null;
}

function ofList(id: string, copy: CopyRead): ProjectOfList {
  if (!('work' in copy)) return { id, ...copy, fictional: false, changedAt: null, file: null };
  const { name, fictional, changedAt } = copy.record;
  return { id, name, fictional, changedAt, file: null, state: 'whole', why: '' };
}
