import type { DigDesign } from '../../domain/dig/dig-design.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { canonicalJson } from '../../formats/canonical-json.ts';
import { readDigGeoJson } from '../../formats/read-dig-geojson.ts';
import type { StudyBench } from '../study-bench.ts';
import { withContentsNamed } from './dig-file.ts';

/** A file that may be a design. */
export interface ReadDigQuestion {
  readonly bytes: ArrayBuffer;
  readonly fileName: string;
}

export interface ReadDigAnswer {
  readonly design: DigDesign;
  readonly fictional: boolean;
  /** The project has it already, figure by figure. */
  readonly isThere: boolean;
}

/**
 * The design of a file, its contents called as the project calls those that it has. Throws DigRefused where it is none, or
 * where somebody has changed it.
 */
export function* study(
  { hashes }: Pick<StudyBench, 'hashes'>,
  project: Project,
  { bytes, fileName }: ReadDigQuestion,
): Generator<WorkStep, ReadDigAnswer> {
  yield { what: `Reading ${fileName}`, fraction: 0.2 };
  const read = readDigGeoJson(new TextDecoder().decode(bytes), fileName);
  const names = new Map(Array.from(hashes ?? [], ([contentId, hash]) => [hash, contentId]));
  const design = withContentsNamed(read.design, (hash) => names.get(hash) ?? hash);
  const same = project.designs.find(({ id }) => id === design.id);
  const isThere = same !== undefined && canonicalJson(same) === canonicalJson(design);
  return { design, fictional: read.fictional, isThere };
}
