/**
 * Acts on the element with this id as soon as it stands in the page, by the next frame at the earliest; gives up where it
 * never does. The part it belongs to may have to be fetched first.
 */
export function onceThere(id: string, act: (element: HTMLElement) => void, frames = PATIENCE_FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    if (element) act(element);
    else if (frames > 0) onceThere(id, act, frames - 1);
  });
}

/** Five seconds or more. */
const PATIENCE_FRAMES = 300;
