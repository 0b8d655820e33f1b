import type { ChosenPremises } from '../../domain/dig/chosen-premises.ts';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import type { DigGround } from '../../domain/dig/dig-ground.ts';
import { type Box, boxOf } from '../../domain/geo/geometry.ts';
import { rememberLast } from './remember-last.ts';

/** Where a dig lies: its route with its premises, or, before there is one, the premises. null: nothing is chosen. */
export const digBox = rememberLast(
  (result: DigResult | null, chosen: Pick<ChosenPremises, 'box'> | null): Box | null => {
    if (!result) return chosen?.box ?? null;
    const places = [...result.served, ...result.missed].flatMap(({ lon, lat }) => [lon, lat]);
    const lines = result.pieces.flatMap(({ line }) => line);
    return boxOf(Float64Array.from([...lines, ...places]));
  },
);

/** Where the lines of a street lie; null where none is drawn. */
export function streetBox({ lines, streets }: Pick<DigGround, 'lines' | 'streets'>, id: string): Box | null {
  const { starts, lonLat, streetOf } = lines;
  const boxes: Box[] = [];
  for (const [i, street] of streetOf.entries()) {
    const box = streets[street].id === id ? boxOf(lonLat, starts[i], starts[i + 1]) : null;
    if (box) boxes.push(box);
  }
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}
