/** Longest anybody waits for the map to stand; without one, nobody does. */
const PATIENCE_MILLISECONDS = 5000;
const SETTLE_MILLISECONDS = 250;

/** Resolves once the map draws nothing more, or is none, or takes too long: work that can wait leaves the machine to it. */
export async function mapQuiet(): Promise<void> {
  // What was just counted is not yet being drawn.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS));
  const { dataset } = document.documentElement;
  const isQuiet = (): boolean => dataset.map === 'idle' || dataset.map === 'none';
  if (isQuiet()) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      watcher.disconnect();
      clearTimeout(timer);
      resolve();
    };
    const watcher = new MutationObserver(() => isQuiet() && end());
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-map'] });
    const timer = setTimeout(end, PATIENCE_MILLISECONDS);
  });
}
