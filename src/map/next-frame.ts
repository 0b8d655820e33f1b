/** Resolves as the next frame begins. A page that is not on show has none: there it waits for as long as a few would take. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, HIDDEN_MILLISECONDS);
    requestAnimationFrame(() => {
      clearTimeout(limit);
      resolve();
    });
  });
}

const HIDDEN_MILLISECONDS = 50;
