/** A file of a project as it is known by name and hash, without its data. */
export interface InputName {
  readonly fileName: string;
  readonly rows: number;
  /** SHA-256 of the packed content, hex. */
  readonly hash: string;
}

/** How the data of two projects differ. Files are paired by hash, and those left over by name. */
export interface InputDifferences {
  readonly identical: boolean;
  readonly changed: readonly { readonly mine: InputName; readonly theirs: InputName }[];
  readonly onlyMine: readonly InputName[];
  readonly onlyTheirs: readonly InputName[];
}

/** Compares the inputs of two projects. A hash covers the file's name too. */
export function differingInputs(mine: readonly InputName[], theirs: readonly InputName[]): InputDifferences {
  const [myRest, theirRest] = [without(mine, theirs), without(theirs, mine)];
  const changed: { mine: InputName; theirs: InputName }[] = [];
  const onlyMine: InputName[] = [];
  const unpaired = [...theirRest];
  for (const input of myRest) {
    const at = unpaired.findIndex(({ fileName }) => fileName === input.fileName);
    if (at < 0) onlyMine.push(input);
    else changed.push({ mine: input, theirs: unpaired.splice(at, 1)[0] });
  }
  const identical = changed.length + onlyMine.length + unpaired.length === 0;
  return { identical, changed, onlyMine, onlyTheirs: unpaired };
}

/** In a few words, for a notice: "Identical inputs", or what differs by name. */
export function inputDifferenceWords({ identical, changed, onlyMine, onlyTheirs }: InputDifferences): string {
  if (identical) return 'Identical inputs.';
  const names = (files: readonly InputName[]): string => files.map(({ fileName }) => fileName).join(', ');
  return [
    changed.length > 0 ? `Differs: ${changed.map(changedWords).join(', ')}.` : '',
    onlyMine.length > 0 ? `Only here: ${names(onlyMine)}.` : '',
    onlyTheirs.length > 0 ? `Only there: ${names(onlyTheirs)}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function changedWords({ mine, theirs }: InputDifferences['changed'][number]): string {
  const rows = (count: number): string => count.toLocaleString('en-GB');
  return mine.rows === theirs.rows
    ? `${mine.fileName} (other values)`
    : `${mine.fileName} (${rows(mine.rows)} rows here, ${rows(theirs.rows)} there)`;
}

/** The inputs whose data the others lack; one taken twice counts twice. */
function without(inputs: readonly InputName[], others: readonly InputName[]): InputName[] {
  const left = new Map<string, number>();
  for (const { hash } of others) left.set(hash, (left.get(hash) ?? 0) + 1);
  return inputs.filter(({ hash }) => {
    const count = left.get(hash) ?? 0;
    if (count > 0) left.set(hash, count - 1);
    return count === 0;
  });
}
