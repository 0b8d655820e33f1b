/** Marks a map's own movements, such as taking a new size: all others are the person's. */
export const BY_CAMERA = { byCamera: true };

/** Whether an event is of such a movement. */
export function isByCamera(event: object): boolean {
  return 'byCamera' in event;
}
