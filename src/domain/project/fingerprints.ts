/** What tells two works apart or says that they are one: SHA-256 in hex. */
export interface Fingerprints {
  /** Over the data alone. */
  readonly inputs: string;
  /** Over the project with its data, whatever it is called and whatever was reported when its files were read. */
  readonly project: string;
}

/** Names of the columns or members in which an export says of what it is made. */
export const FINGERPRINT_COLUMNS = ['inputs_sha256', 'project_sha256'] as const;

/** Their values; empty where they are not known. */
export function fingerprintCells(fingerprints: Fingerprints | null | undefined): [string, string] {
  return [fingerprints?.inputs ?? '', fingerprints?.project ?? ''];
}

/** The same as members of an object. */
export function fingerprintMembers(fingerprints: Fingerprints | null | undefined) {
  const [inputs, project] = fingerprintCells(fingerprints);
  return { inputs_sha256: inputs, project_sha256: project };
}

/** As much of a hash as a person compares by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
