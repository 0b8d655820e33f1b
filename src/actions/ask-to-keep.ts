import type { AppContext } from './app-context.ts';

/** Looks whether the browser promised not to clear this app's data by itself. */
export async function lookWhetherPromised(context: AppContext): Promise<void> {
  const persisted = await navigator.storage?.persisted?.().catch(() => null);
  context.keep.setState({ persisted: persisted ?? null });
}

/** Asks the browser for that promise. It may refuse without asking the person. */
export async function askForPromise(context: AppContext): Promise<boolean> {
  const persisted = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
  context.keep.setState({ persisted });
  return persisted;
}
