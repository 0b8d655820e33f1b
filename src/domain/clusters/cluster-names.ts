/** What a cluster may be called by: a street or place near by, else its ward. */
export interface NameSource {
  /** null where none is near enough. */
  readonly place: string | null;
  /** null outside every ward. */
  readonly ward: string | null;
}

/**
 * A name of its own for each cluster, given in order of size. A place's name that only one has stays as it is; where
 * several would be called alike they are numbered in their order ("Mill Lane 1", "Mill Lane 2"), as are those called by
 * their ward ("Alder 1").
 */
export function clusterNames(sources: readonly NameSource[]): string[] {
  const bases = sources.map(({ place, ward }) => place ?? ward ?? 'Outside the wards');
  const times = new Map<string, number>();
  for (const base of bases) times.set(base, (times.get(base) ?? 0) + 1);
  const taken = new Set(
    sources.flatMap(({ place }, i) => (place !== null && times.get(bases[i]) === 1 ? [place] : [])),
  );
  const reached = new Map<string, number>();
  return sources.map(({ place }, i) => {
    const base = bases[i];
    if (place !== null && times.get(base) === 1) return base;
    let number = reached.get(base) ?? 0;
    let name: string;
    do name = `${base} ${++number}`;
    while (taken.has(name));
    reached.set(base, number);
    taken.add(name);
    return name;
  });
}
