import { provenanceOf, withFingerprints, withRemark } from '../domain/not-spots/provenance.ts';
import { shareable } from '../domain/not-spots/shareable.ts';
import type { Project } from '../domain/project/project.ts';
import { today } from '../domain/project/today.ts';
import type { NotSpotsFormat } from '../formats/not-spots-file.ts';
import type { OpenDatabase } from '../formats/sqlite-database.ts';
import type { ContentsInUse } from './contents-in-use.ts';
import type { CountOnShow } from './count-on-show.ts';

export interface CountedFileOptions {
  readonly inUse: ContentsInUse;
  /** As it is now: what is marked confidential in it stays out. */
  readonly project: Project;
}

export interface NotSpotsFileOptions extends CountedFileOptions {
  readonly format: NotSpotsFormat;
  readonly openDatabase: OpenDatabase;
  readonly signal: AbortSignal;
}

/** The wards of the count on show, as CSV. */
export async function wardsFileOf(count: CountOnShow, options: CountedFileOptions): Promise<string> {
  const { wardsCsv } = await import('../formats/wards-csv.ts');
  const { analysis, provenance } = await toldOf(count, options);
  return wardsCsv(analysis, provenance);
}

/** The not-spots of the count on show, each with its place. */
export async function notSpotsFileOf(
  count: CountOnShow,
  { format, openDatabase, signal, ...options }: NotSpotsFileOptions,
): Promise<string | Uint8Array> {
  const { notSpotsFile } = await import('../formats/not-spots-file.ts');
  const { analysis, provenance } = await toldOf(count, options);
  const { premises, membership } = count.prepared;
  return notSpotsFile({ analysis, premises, membership, format, provenance }, { openDatabase, signal });
}

/** What of the count may leave, and what is told of it. */
async function toldOf(count: CountOnShow, { inUse, project }: CountedFileOptions) {
  const shown = shareable(count.analysis, project);
  const provenance = withRemark(provenanceOf(count.analysis, shown.project, today()), shown.remark);
  const fingerprints = await inUse.fingerprintsIfAny(count.project);
  return { analysis: shown.analysis, provenance: withFingerprints(provenance, fingerprints) };
}
