import { nextFrame } from './next-frame.ts';

/**
 * Resolves once the graphics have done all that was asked of them, without keeping the page waiting: a call that needs an
 * answer (a program linked) then has it at once. Resolves after GIVE_UP_MILLISECONDS at the latest.
 */
export async function graphicsDone(gl: WebGL2RenderingContext): Promise<void> {
  const began = performance.now();
  // What was drawn in this frame is put on the screen during the next: only a fence set after that stands behind it.
  await nextFrame();
  await nextFrame();
  for (let took = Infinity; took > AT_ONCE_MILLISECONDS; ) {
    const set = performance.now();
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!fence) return;
    gl.flush();
    do {
      await new Promise((resolve) => setTimeout(resolve, 4));
      if (gl.isContextLost() || performance.now() - began > GIVE_UP_MILLISECONDS) return gl.deleteSync(fence);
    } while (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED);
    gl.deleteSync(fence);
    took = performance.now() - set;
  }
}

/** A fence that comes back within this had nothing before it. */
const AT_ONCE_MILLISECONDS = 34;

const GIVE_UP_MILLISECONDS = 2_000;
