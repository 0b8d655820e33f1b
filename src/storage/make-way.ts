/** How long a row of short pieces of work may hold the thread that draws and answers keys. */
const LONGEST_MILLISECONDS = 25;

/**
 * Lets the page draw and answer between pieces of a longer work on its own thread: await what is returned after each
 * piece. It settles at once unless the thread was held for long since it last was free.
 */
export function makeWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_MILLISECONDS) return;
    await nextTask();
    since = performance.now();
  };
}

/** By a message: timers are held back where a page is hidden. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
