/** A street as lists name it: where another has its name, by its id too, which every file gives beside the name. */
export function streetLabel(
  { id, name }: { readonly id: string; readonly name: string | null },
  isShared: boolean,
): string {
  if (name === null || id === name) return id;
  // Streets of one name that lie apart have ids of that name with a number: "Main Street (13)".
  if (id.startsWith(`${name} (`)) return id;
  return isShared ? `${name} (${id})` : name;
}

/** Names that more than one of these streets has. */
export function sharedNames(
  streets: Iterable<{ readonly id: string; readonly name: string | null }>,
): ReadonlySet<string> {
  const ids = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name } of streets) {
    if (name === null) continue;
    if ((ids.get(name) ?? id) !== id) shared.add(name);
    ids.set(name, id);
  }
  return shared;
}
