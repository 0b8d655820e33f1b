/**
 * Resolves once the graphics have done all that was asked of them, without keeping the page waiting: a call that needs an
 * answer (a context made, a program linked) then has it at once. Resolves after GIVE_UP_MILLISECONDS at the latest.
 */
export async function graphicsDone(gl: WebGL2RenderingContext): Promise<void> {
  const began = performance.now();
  // The page's own painting takes its turn between two fences: they are done with it when a fence comes back at once.
  for (let took = Infinity; took > AT_ONCE_MILLISECONDS; ) {
    const set = performance.now();
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!fence) return;
    gl.flush();
    do {
      await nextFrame();
      if (performance.now() - began > GIVE_UP_MILLISECONDS) return gl.deleteSync(fence);
    } while (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED);
    gl.deleteSync(fence);
    took = performance.now() - set;
  }
}

const AT_ONCE_MILLISECONDS = 34;

const GIVE_UP_MILLISECONDS = 2_000;

/** Some time during the next 16 ms: by the clock, as a page that is not on show has no frames. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 8));
}
