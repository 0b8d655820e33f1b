import type { LayerRecord } from '../coverage/layer.ts';

/** The layers with keys that none of `taken` has. */
export function withUniqueKeys(layers: readonly LayerRecord[], taken: readonly LayerRecord[]): LayerRecord[] {
  const keys = new Set(taken.map((layer) => layer.key));
  return layers.map((layer) => {
    let key = layer.key;
    for (let n = 2; keys.has(key); n++) key = `${layer.key}-${n}`;
    keys.add(key);
    return { ...layer, key };
  });
}
