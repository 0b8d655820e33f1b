import type { LeftOut } from '../domain/project/left-out.ts';
import { datasetInRole, type Project } from '../domain/project/project.ts';
import { withoutConfidential } from '../domain/project/without-confidential.ts';
import { withoutRowValues } from '../domain/project/without-row-values.ts';
import { contentHash } from './content-pack.ts';
import { type OpenAddress, openAddress } from './open-address.ts';
import { type HashOf, inputsHash, projectByHashes, projectHash } from './project-hash.ts';
import { ProjectRefused } from './project-refused.ts';

/** What a share link says. */
export interface SharePayload {
  readonly appVersion: string;
  /** The view as it stands in the address bar, from '#' on. */
  readonly address: string;
  /** Without what is confidential, contents named by hash. */
  readonly project: Project;
  /** The files of this project: what to load to have the same inputs. */
  readonly inputs: readonly SharedInput[];
  /** `projectHash` and `inputsHash` of the whole work it was made from, as printed on its exports. */
  readonly projectHash: string;
  readonly inputsHash: string;
  /** Contents whose rows were ticked to go along; usually none. */
  readonly rows: readonly { readonly hash: string; readonly bytes: Uint8Array }[];
}

/** One input of a shared project. */
export interface SharedInput {
  readonly hash: string;
  readonly fileName: string;
  readonly rows: number;
}

export interface ShareInput {
  readonly project: Project;
  readonly hashOf: HashOf;
  readonly address: string;
  readonly appVersion: string;
  /** The bytes of all contents when the rows are ticked to go along; else absent. */
  readonly contents?: (hash: string) => Promise<Uint8Array>;
}

/**
 * What a link to this work says: nothing confidential, and no values out of rows unless their contents are given. Also
 * what stays behind, for the dialog. Throws an Error where a file of the project has no hash.
 */
export async function sharePayload(
  input: ShareInput,
): Promise<{ readonly payload: SharePayload; readonly leftOut: readonly LeftOut[] }> {
  const { hashOf } = input;
  const shared = withoutConfidential(input.project);
  const bare = input.contents ? { project: shared.project, leftOut: [] } : withoutRowValues(shared.project);
  const project = projectByHashes(bare.project, hashOf);
  const inputs = project.datasets.map(({ contentId, fileName, rows }) => ({
    hash: contentId,
    fileName,
    rows,
  }));
  const rows: { hash: string; bytes: Uint8Array }[] = [];
  for (const hash of input.contents ? new Set(inputs.map((one) => one.hash)) : []) {
    const bytes = await (input.contents as NonNullable<ShareInput['contents']>)(hash);
    if ((await contentHash(bytes)) !== hash)
      throw new ProjectRefused('WRONG_HASH', 'Data of this project has changed since it was kept.', hash);
    rows.push({ hash, bytes });
  }
  const view = sharedView(input.project, {
    address: input.address,
    withRows: input.contents !== undefined,
  });
  const all = input.project.datasets.map(({ contentId }) => hashOf(contentId) ?? '');
  return {
    payload: {
      appVersion: input.appVersion,
      address: view.address,
      project,
      inputs,
      projectHash: await projectHash(input.project, hashOf),
      inputsHash: await inputsHash(all),
      rows,
    },
    leftOut: [...shared.leftOut, ...bare.leftOut, ...view.leftOut],
  };
}

/** The view as it leaves with a link to a project; places of single premises only where the rows of premises leave too. */
export function sharedView(
  project: Project,
  { address, withRows }: { readonly address: string; readonly withRows: boolean },
): OpenAddress {
  const { project: open, hidden } = withoutConfidential(project);
  const withPremises = withRows && datasetInRole(open, 'premises') !== undefined;
  const withNeed = project.need === undefined || open.need !== undefined;
  return openAddress(address, { hidden, withPremises, withNeed });
}
