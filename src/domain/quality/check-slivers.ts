import { count } from '../not-spots/headline.ts';
import { counted } from '../tables/issue-collector.ts';
import { areaWords, metresPerDegree } from './metres.ts';
import type { Position } from './nodes.ts';
import type { QualityCheck } from './quality-input.ts';
import { MOST_PLACES } from './quality-note.ts';
import { signedArea, wardFaces } from './ward-faces.ts';

/** Gaps and overlaps between ward borders that ought to be the same line. Those under 1 m² are rounding. */
export const checkSlivers: QualityCheck = function* ({ wards, placed }) {
  if (!wards || wards.areas.codes.length < 2) return [];
  const gaps: Face[] = [];
  const overlaps: Face[] = [];
  const larger: Loop[] = [];
  const loops = (yield* wardFaces(wards.areas)).map(loopOf).filter((loop) => loop !== null);
  for (const [i, loop] of loops.sort((one, other) => other.squareMetres - one.squareMetres).entries()) {
    if (i % 64 === 0) yield { what: 'Sorting gaps and overlaps', fraction: i / loops.length };
    // Wards that lie over the ground just outside this loop: those of all larger loops around it.
    const around = larger.reduce((sum, other) => sum + (holds(other, loop.at) ? other.turn : 0), 0);
    larger.push(loop);
    if (loop.squareMetres < 1) continue;
    if (loop.turn < 0 && around === 1) gaps.push(loop);
    else if (loop.turn > 0 && around > 0) overlaps.push(loop);
  }
  const all = [
    ...gaps.map((face) => ({ ...face, what: 'gap' })),
    ...overlaps.map((face) => ({ ...face, what: 'overlap' })),
  ].sort((one, other) => other.squareMetres - one.squareMetres);
  if (all.length === 0) return [];
  const of = (faces: readonly Face[], noun: string): string =>
    faces.length === 0
      ? ''
      : `${counted(faces.length, noun)} (${areaWords(faces.reduce((sum, face) => sum + face.squareMetres, 0))})`;
  const kinds = [of(gaps, 'gap'), of(overlaps, 'overlap')].filter((words) => words !== '').join(' and ');
  const double = placed?.membership.overlapped ?? 0;
  return [
    {
      kind: 'ward-slivers',
      count: all.length,
      of: wards.areas.codes.length,
      text: `Ward borders do not fit: ${kinds} between ${counted(wards.areas.codes.length, 'ward')}, as simplified borders leave.`,
      effect:
        double === 0
          ? 'What lies in a gap counts as outside every ward; no loaded row lies in an overlap.'
          : `What lies in a gap counts as outside every ward; ${count(double)} in an overlap or on a border count for the lowest code.`,
      places: all.slice(0, MOST_PLACES).map(({ at, squareMetres, what }) => ({
        lon: at[0],
        lat: at[1],
        label: `${what} of ${areaWords(squareMetres)}`,
      })),
      contentIds: [wards.contentId],
    },
  ];
};

interface Face {
  readonly at: Position;
  readonly squareMetres: number;
}

interface Loop extends Face {
  readonly ring: readonly Position[];
  /** 1 where it runs anticlockwise, −1 clockwise. */
  readonly turn: number;
  readonly box: readonly [number, number, number, number];
}

function loopOf(ring: readonly Position[]): Loop | null {
  const at = pointInside(ring);
  if (!at) return null;
  const perDegree = metresPerDegree(at[1]);
  const area = signedArea(ring) * perDegree.east * perDegree.north;
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lon, lat] of ring) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return { ring, at, squareMetres: Math.abs(area), turn: Math.sign(area), box };
}

function holds({ ring, box }: Loop, [lon, lat]: Position): boolean {
  if (lon < box[0] || lon > box[2] || lat < box[1] || lat > box[3]) return false;
  let inside = false;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[(i + 1) % ring.length];
    if (ay > lat !== by > lat && lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) inside = !inside;
  }
  return inside;
}

/** A point inside a loop: the middle of its widest stretch at some of the heights between its vertices. */
function pointInside(loop: readonly Position[]): Position | null {
  const lats = [...new Set(loop.map(([, lat]) => lat))].sort((a, b) => a - b);
  let best: { at: Position; width: number } | null = null;
  const step = Math.max(1, Math.floor(lats.length / 8));
  for (let i = 0; i + 1 < lats.length; i += step) {
    const lat = (lats[i] + lats[i + 1]) / 2;
    const crossings: number[] = [];
    for (let k = 0; k < loop.length; k++) {
      const [ax, ay] = loop[k];
      const [bx, by] = loop[(k + 1) % loop.length];
      if (ay > lat !== by > lat) crossings.push(ax + ((bx - ax) * (lat - ay)) / (by - ay));
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const width = crossings[k + 1] - crossings[k];
      if (best === null || width > best.width)
        best = { at: [(crossings[k] + crossings[k + 1]) / 2, lat], width };
    }
  }
  return best?.at ?? null;
}
