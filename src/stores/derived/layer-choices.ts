import { capitalised } from '../../domain/capitalised.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { knownTechnologies, technologyLabel } from '../../domain/coverage/technology.ts';
import { offeredLayers } from '../../domain/project/dataset-record.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Technologies that a layer may be said to be of; its own among them. */
export function technologyChoices({ technology }: LayerRecord): readonly Choice[] {
  const known = knownTechnologies().map((one) => ({ value: one.technology, label: capitalised(one.label) }));
  if (known.some(({ value }) => value === technology)) return known;
  const own = technology === 'coverage' ? 'Not named yet' : capitalised(technologyLabel(technology));
  return [{ value: technology, label: own }, ...known];
}

/** Codes from which on a layer may count as covered; empty for layers that have no codes. */
export function coveredFromChoices({ codes }: LayerRecord): readonly Choice[] {
  return (codes ?? [])
    .filter(({ code }) => code > 0)
    .map(({ code, meaning }) => ({ value: String(code), label: `${code}: ${meaning}` }));
}

/** What a file could give besides the layers it has: each with its column and what it means. */
export function offeredLines(
  dataset: DatasetRecord,
  layers: readonly LayerRecord[],
): readonly { readonly layerId: string; readonly name: string; readonly meaning: string }[] {
  const taken = new Set(layers.map(({ id }) => id));
  return offeredLayers(dataset)
    .filter(({ id }) => !taken.has(id))
    .map(({ id, name, column, definition }) => ({
      layerId: id,
      name: column === null ? name : `${name}: column “${column}”`,
      meaning: definition,
    }));
}
