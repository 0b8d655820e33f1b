import { hasBit } from '../coverage/bitset.ts';
import { lonLatToGrid } from '../geo/british-national-grid.ts';
import type { Polygons } from '../geo/geometry.ts';
import { count } from '../not-spots/headline.ts';
import { CHUNK_ROWS } from '../project/work-step.ts';
import { counted } from '../tables/issue-collector.ts';
import type { QualityCheck } from './quality-input.ts';
import type { QualityNote } from './quality-note.ts';
import { evenly, rowPlaces } from './row-places.ts';
import { type StraightSide, straightSides } from './straight-sides.ts';

/**
 * Coverage whose border runs straight along a side of its box while premises of the wards lie beyond that side: the file
 * was probably cut there. Tried in degrees and on the National Grid.
 */
export const checkCoverageCut: QualityCheck = function* ({ project, placed, wards, areasOf }) {
  if (!placed) return [];
  const { premises, membership, answers } = placed;
  const notes: QualityNote[] = [];
  const seen = new Set<string>();
  for (const layer of project.layers) {
    const { contentId, where } = layer;
    const part = JSON.stringify([contentId, where ?? []]);
    if (layer.shape !== 'polygons' || seen.has(part)) continue;
    seen.add(part);
    const roles = project.datasets.find((one) => one.contentId === contentId)?.roles ?? {};
    const { polygons } = areasOf({ contentId, roles, where });
    yield { what: `Looking for cut coverage: ${layer.name}`, fraction: 0 };
    const inDegrees = straightSides(polygons, DEGREE_TOLERANCE);
    const onGrid =
      inDegrees.length > 0 ? [] : straightSides(yield* gridPolygons(polygons), GRID_TOLERANCE_METRES);
    const plane =
      inDegrees.length > 0
        ? { x: premises.lon, y: premises.lat }
        : { x: premises.easting, y: premises.northing };
    const found = answers.get(layer.id);
    for (const side of [...inDegrees, ...onGrid]) {
      const beyond: number[] = [];
      let notKnown = 0;
      for (let row = 0; row < premises.count; row++) {
        if (row % CHUNK_ROWS === 0)
          yield { what: `Looking for cut coverage: ${layer.name}`, fraction: row / premises.count };
        if (wards && membership.wardOf[row] < 0) continue;
        if (!isBeyond(side, plane.x[row], plane.y[row])) continue;
        beyond.push(row);
        if (found?.kind !== 'crisp' || !hasBit(found.known, row)) notKnown++;
      }
      if (beyond.length === 0) continue;
      const doubtful = beyond.length - notKnown;
      const effects = [
        doubtful > 0 ? `${count(doubtful)} of them count as not covered, perhaps wrongly` : '',
        notKnown > 0 ? `${count(notKnown)} count as not known` : '',
      ];
      notes.push({
        kind: 'coverage-cut',
        count: beyond.length,
        of: premises.count,
        text: `${layer.name} seems cut at its ${side.side} edge, straight for ${Math.round(100 * Math.min(1, side.share))} % of its length: ${counted(beyond.length, 'row')} of the wards lie beyond.`,
        effect: `${effects.filter((words) => words !== '').join('; ')}. Ask for the file without the cut.`,
        places: rowPlaces(premises, evenly(beyond)),
        contentIds: [contentId],
      });
    }
  }
  return notes;
};

/** A tenth of a metre: the seventh decimal is often lost. */
const DEGREE_TOLERANCE = 1e-6;
const GRID_TOLERANCE_METRES = 1;

function isBeyond({ side, at }: StraightSide, x: number, y: number): boolean {
  if (side === 'western') return x < at;
  if (side === 'eastern') return x > at;
  return side === 'southern' ? y < at : y > at;
}

function* gridPolygons(
  polygons: Polygons,
): Generator<{ what: string; fraction: number }, Pick<Polygons, 'coordinates' | 'ringStarts'>> {
  const { coordinates, ringStarts } = polygons;
  const metres = new Float64Array(coordinates.length);
  for (let i = 0; i < coordinates.length; i += 2) {
    if (i % 16_384 === 0) yield { what: 'Looking for cut coverage', fraction: i / coordinates.length };
    [metres[i], metres[i + 1]] = lonLatToGrid(coordinates[i], coordinates[i + 1]);
  }
  return { coordinates: metres, ringStarts };
}
