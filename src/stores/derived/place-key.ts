/** A text that is the same for the same point of a plan's premises, in every one of its designs and views. */
export function placeKey({ lon, lat }: { readonly lon: number; readonly lat: number }): string {
  return `place:${lon},${lat}`;
}
