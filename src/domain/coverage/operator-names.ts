import type { LayerRecord } from './layer.ts';

/**
 * The operators that layers tell apart, each once: by name, or just numbered where shares tell how many cover but not
 * who. Any number of them; empty where the layers are of no company.
 */
export function operatorNames(layers: readonly LayerRecord[]): string[] {
  const most = layers.reduce((top, layer) => Math.max(top, (layer.operatorColumns?.length ?? 1) - 1), 0);
  if (most > 0) return Array.from({ length: most }, (_, i) => `operator ${i + 1}`);
  const names = new Map<string, string>();
  for (const { operator } of layers)
    if (operator && !names.has(operator.toLowerCase())) names.set(operator.toLowerCase(), operator);
  return [...names.values()];
}
