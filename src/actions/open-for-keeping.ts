import { type KeptDatabase, openDatabase } from '../storage/open-database.ts';
import type { KeepTrouble } from '../stores/keep-store.ts';
import type { AppContext } from './app-context.ts';
import type { Keeper } from './keeper.ts';

/** Opens the browser's store for a keeper; when it goes away the keep store says why. Throws StoreRefused. */
export function openForKeeping(context: AppContext, keeper: () => Keeper | null): Promise<KeptDatabase> {
  const off = (trouble: KeepTrouble): void => context.keep.setState({ status: 'off', trouble });
  return openDatabase({
    onOvertaken: async () => {
      context.project.setState({ readOnly: true });
      await keeper()?.flush();
      off('overtaken');
    },
    onDeleting: () => {
      keeper()?.stop();
      off('deleted');
      context.project.setState({ readOnly: true });
    },
    onClosed: () => off('closed'),
  });
}
