import { useCallback, useState } from 'react';
import type { AppContext } from '../../actions/app-context.ts';
import { useApp } from '../app-provider.tsx';

export interface Kept<Value> {
  readonly value: Value;
  readonly set: (change: (old: Value) => Value) => void;
  /** Nothing of it is kept any more: it was saved or given up. */
  readonly drop: () => void;
  /** Whether it was set before its part of the page was last left. */
  readonly isFromBefore: boolean;
}

/**
 * State that is there again when its part of the page is left and opened again, as long as the app is open: what somebody
 * typed and has not saved. `of` is what it was made from: of anything else, as after undo or in another project, it begins
 * anew with `first`.
 */
export function useKept<Value>(key: string, of: unknown, first: () => Value): Kept<Value> {
  const all = keptOf(useApp());
  const [start, setStart] = useState(() => begin<Value>(all, { key, of, first }));
  const [value, setValue] = useState(start.value);
  const set = useCallback(
    (change: (old: Value) => Value): void =>
      setValue((old) => {
        const next = change(old);
        all.set(key, { of, value: next });
        return next;
      }),
    [all, key, of],
  );
  const drop = useCallback(() => void all.delete(key), [all, key]);
  if (start.of !== of || start.key !== key) {
    const anew = begin<Value>(all, { key, of, first });
    setStart(anew);
    setValue(anew.value);
    return { ...anew, set, drop };
  }
  return { value, set, drop, isFromBefore: start.isFromBefore };
}

/** Says so beside what is there again. */
export const LEFT_UNSAVED = 'What you typed before you left this page is here. It is not saved yet.';

function begin<Value>(
  all: KeptValues,
  { key, of, first }: { readonly key: string; readonly of: unknown; readonly first: () => Value },
) {
  const there = all.get(key);
  const isFromBefore = there !== undefined && there.of === of;
  return { key, of, value: isFromBefore ? (there.value as Value) : first(), isFromBefore };
}

type KeptValues = Map<string, { readonly of: unknown; readonly value: unknown }>;

const KEPT = new WeakMap<AppContext, KeptValues>();

function keptOf(context: AppContext): KeptValues {
  const there = KEPT.get(context) ?? new Map();
  KEPT.set(context, there);
  return there;
}
