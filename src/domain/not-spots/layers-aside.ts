import type { LayerRecord } from '../coverage/layer.ts';
import type { LayerAnswers, ShareAnswers } from '../coverage/layer-answers.ts';

/** A layer that a technology's name leaves out, and the one that tells the same more finely. */
export interface LayerAside {
  readonly layer: LayerRecord;
  readonly finer: LayerRecord;
}

/** Part of the premises that records must know to stand for the shares of the same technology. */
const ENOUGH = 0.5;

/**
 * Shares of one technology (and confidence) of no one operator are several tellings of one fact, not several operators:
 * taken together they would cover too many. Records that know most premises are counted in their place; else the shares
 * of the most areas, of equals the later dated. One share for all premises (an authority's) also steps aside for layers,
 * of whatever company, that know most premises one by one: it is there to be compared with. Footprints and the layers of
 * named operators are never left out.
 */
export function layersAside(
  layers: readonly LayerRecord[],
  answers: ReadonlyMap<string, LayerAnswers>,
  premises: number,
): LayerAside[] {
  const tellings = new Map<string, LayerRecord[]>();
  for (const layer of layers) {
    if (layer.operator !== null) continue;
    const key = JSON.stringify([layer.technology, layer.confidence]);
    tellings.set(key, [...(tellings.get(key) ?? []), layer]);
  }
  const aside = [...tellings.values()].flatMap((alike) => {
    const shares = alike.filter((layer) => answers.get(layer.id)?.kind === 'share');
    if (shares.length === 0 || alike.length === 1) return [];
    const finer =
      alike.find((layer) => layer.shape === 'records' && knowsMost(answers.get(layer.id), premises)) ??
      shares.toSorted(
        (one, other) => areasIn(answers, other) - areasIn(answers, one) || byDate(other, one),
      )[0];
    return shares.filter((layer) => layer !== finer).map((layer) => ({ layer, finer }));
  });
  for (const layer of layers) {
    if (layer.operator !== null || aside.some((one) => one.layer === layer)) continue;
    if (answers.get(layer.id)?.kind !== 'share' || areasIn(answers, layer) > 1) continue;
    const finer = layers.find(
      (other) => other.technology === layer.technology && knowsMost(answers.get(other.id), premises),
    );
    if (finer) aside.push({ layer, finer });
  }
  return aside;
}

/** What is said of a layer that is left out. */
export function asideWords({ layer, finer }: LayerAside): string {
  return `${layer.name} (${layer.source.title}) is not in this count: ${finer.name} (${finer.source.title}) tells the same more finely.`;
}

function knowsMost(answers: LayerAnswers | undefined, premises: number): boolean {
  if (answers?.kind !== 'crisp') return false;
  let known = 0;
  for (let word of answers.known) for (; word !== 0; word &= word - 1) known++;
  return known > ENOUGH * premises;
}

/** Areas of a share layer in which premises stand. */
function areasIn(answers: ReadonlyMap<string, LayerAnswers>, { id }: LayerRecord): number {
  const { unitsInArea } = answers.get(id) as ShareAnswers;
  return unitsInArea.reduce((sum, units) => sum + (units > 0 ? 1 : 0), 0);
}

function byDate(one: LayerRecord, other: LayerRecord): number {
  const [mine, theirs] = [one.source.date ?? '', other.source.date ?? ''];
  return mine < theirs ? -1 : mine > theirs ? 1 : 0;
}
