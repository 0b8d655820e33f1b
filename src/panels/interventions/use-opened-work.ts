import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { AppContext } from '../../actions/app-context.ts';
import { useApp } from '../app-provider.tsx';
import { focusNamed } from '../focus-named.ts';
import { useEscape } from '../use-escape.ts';
import { useKeptFocus } from '../use-kept-focus.ts';

export interface OpenedWork {
  readonly place: RefObject<HTMLElement | null>;
  readonly title: RefObject<HTMLHeadingElement | null>;
  /** To the list of all, at the button that led here. */
  readonly goBack: () => void;
}

/** The view of one design or plan: it takes the focus and comes into sight when opened, and is left by Escape. */
export function useOpenedWork(
  { named, id }: { readonly named: 'design' | 'plan'; readonly id: string },
  open: (context: AppContext, id: string | null) => void,
  isEscapeTaken: boolean,
): OpenedWork {
  const context = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLElement>(null);
  useKeptFocus(place);
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
    // The panel may have been scrolled down in what was open before.
    const top = place.current?.getBoundingClientRect().top ?? 0;
    if (top < 0) place.current?.scrollIntoView({ block: 'start' });
  }, []);
  const goBack = useCallback((): void => {
    open(context, null);
    focusNamed(named, id);
  }, [context, open, named, id]);
  useEscape(isEscapeTaken ? null : goBack);
  return { place, title, goBack };
}
