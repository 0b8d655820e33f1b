import { cleanup, configure, type RenderResult, render } from '@testing-library/react';
import { type ReactElement, StrictMode } from 'react';
import type { AppContext } from '../../src/actions/app-context.ts';
import { AppProvider } from '../../src/panels/app-provider.tsx';
import { makeAppContext } from './app-context.ts';
import { type CountedSeed, countedProject } from './counted-project.ts';

// Parts of a panel are fetched when first drawn, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

/** A panel over real stores that hold a counted project; `prepare` may change them before it is drawn. */
export function renderPanel(
  panel: ReactElement,
  seed: CountedSeed | null,
  prepare: (context: AppContext) => void = () => undefined,
): RenderResult & { context: AppContext } {
  cleanup();
  giveElementsSize();
  const { context } = makeAppContext();
  if (seed) {
    const { project, analysis } = countedProject(seed);
    context.project.setState({ project, version: 1 });
    context.analysis.setState({ status: 'ready', analysis, countedVersion: 1 });
  }
  prepare(context);
  const result = render(
    <StrictMode>
      <AppProvider context={context}>{panel}</AppProvider>
    </StrictMode>,
  );
  return { ...result, context };
}

/** jsdom lays nothing out; tables of any length ask how high they are. */
export function giveElementsSize(): void {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 400 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 800 });
  HTMLElement.prototype.scrollIntoView = () => undefined;
  HTMLElement.prototype.scrollTo = () => undefined;
  globalThis.ResizeObserver = NeverResized;
}

/** Nothing is laid out, so nothing ever changes its size. */
class NeverResized implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
