import type { AppContext } from '../actions/app-context.ts';
import { isPartMissing } from '../domain/part-missing.ts';
import { mapQuiet } from './map-quiet.ts';

/**
 * Tells the person of parts of the app that did not arrive where nothing else does, and has the browser keep the app for
 * use without a network once the first screen stands.
 */
export function followOffline(context: AppContext): void {
  const tell = (): void => context.offline.setState({ isPartMissing: true });
  addEventListener('unhandledrejection', (event) => {
    if (!isPartMissing(event.reason)) return;
    event.preventDefault();
    tell();
  });
  // The style sheet sets this one; without it the app is there, but bare.
  const { body } = document;
  if (getComputedStyle(body).getPropertyValue('--paper') === '') tell();
  if (import.meta.env.PROD) void keepWhenQuiet(context);
}

async function keepWhenQuiet(context: AppContext): Promise<void> {
  await firstCount(context);
  await mapQuiet();
  const { keepOffline } = await import('../actions/keep-offline.ts');
  await keepOffline(context, import.meta.env.BASE_URL);
}

/** Resolves once something was counted or could not be. */
function firstCount({ analysis }: AppContext): Promise<void> {
  return new Promise((resolve) => {
    const stop = analysis.subscribe(({ status }) => {
      if (status === 'working') return;
      stop();
      resolve();
    });
  });
}
