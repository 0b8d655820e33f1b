import type { AppContext } from '../actions/app-context.ts';

/** Sets `data-headline="ready"` on the page once the first headline has been painted: two frames after its count came. */
export function markHeadline(context: AppContext): void {
  const stop = context.analysis.subscribe(({ analysis }) => {
    if (!analysis) return;
    stop();
    const done = (): void => {
      document.documentElement.dataset.headline = 'ready';
      performance.mark('headline-painted');
    };
    // A hidden tab paints nothing, and its frames never come.
    if (document.hidden) done();
    else requestAnimationFrame(() => requestAnimationFrame(done));
  });
}
