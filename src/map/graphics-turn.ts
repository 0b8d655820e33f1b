/**
 * Runs `work` when all that asked before has ended. The maps of a page share the graphics: what one of them waits for is
 * what another asked for meanwhile, so those that wait for them go one after the other. Rejects as `work` does.
 */
export function inGraphicsTurn(work: () => Promise<void>): Promise<void> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

let last: Promise<void> = Promise.resolve();
