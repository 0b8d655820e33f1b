/** The id of one of the layers of a context source. */
export function contextLayerId(kind: string, source: string): string {
  return `${kind}:${source.slice('context:'.length)}`;
}
