import type { LegacyFeature } from 'geojson-vt';
import { tileRange } from '../../domain/geo/tile-order.ts';
import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../../domain/not-spots/count-shares.ts';
import { type PremisesTable, unitsAt } from '../../domain/premises/premises-table.ts';
import { TILE_EXTENT, tileProjection } from './tile-projection.ts';
import { writtenTile } from './written-tile.ts';

/** Premises with what the current recipe says of each row, in tile order. */
export interface PremisesTileInput {
  readonly premises: PremisesTable;
  /** ROW_… per row. */
  readonly rowState: Uint8Array;
  /** Chance in percent of ROW_SHARE rows (or of the vocabulary's); may be empty where there are none. */
  readonly rowChance: Uint8Array;
  /** What the states are called, where they are not ROW_… but another list's. */
  readonly vocabulary?: StateVocabulary;
}

/** By state: the word that the map's style reads, and how much it tells of a cell from afar (the highest is shown). */
export interface StateVocabulary {
  readonly words: readonly string[];
  readonly weights: readonly number[];
  /** Words whose points carry a chance. */
  readonly withChance: ReadonlySet<string>;
}

/** What a premises point of a tile is. Words, because the map's style reads them. */
export type PremisesState = 'not-spot' | 'not-known' | 'share' | 'covered';

/** Rows up to which a tile holds every one. */
export const FULL_TILE_ROWS = 5_000;

/**
 * The vector tile z/x/y of the premises: layer "premises", a point per row with `row`, `state` (PremisesState, or
 * a word of the vocabulary), `chance` (percent, of shares only), `units` and `more` (rows it stands for). A tile of more than FULL_TILE_ROWS rows
 * keeps one point per cell of 4 × 4 screen pixels: the worst row of the cell, where it really lies, with the cell's
 * rows and units summed. Such a tile is for looking at; counts never come from it. z is 0 to 16.
 */
export function premisesTile(input: PremisesTileInput, z: number, x: number, y: number): ArrayBuffer {
  const [from, to] = tileRange(input.premises.tileKeys, z, x, y);
  if (from === to) return new ArrayBuffer(0);
  const points =
    to - from > FULL_TILE_ROWS ? worstPerCell(input, from, to, { z, x, y }) : everyRow(input, from, to);
  const project = tileProjection(z, x, y);
  const { lon, lat } = input.premises;
  const features = Array.from(
    points.row,
    (row, i): LegacyFeature => ({
      id: row,
      type: 1,
      geometry: [[Math.round(project.x(lon[row])), Math.round(project.y(lat[row]))]],
      tags: propertiesOf(input, row, points.units[i], points.more[i]),
    }),
  );
  return writtenTile({ premises: { features } });
}

interface TilePoints {
  readonly row: Uint32Array;
  readonly units: Uint32Array;
  readonly more: Uint32Array;
}

function everyRow({ premises }: PremisesTileInput, from: number, to: number): TilePoints {
  const row = Uint32Array.from({ length: to - from }, (_, i) => from + i);
  return { row, units: row.map((i) => unitsAt(premises, i)), more: new Uint32Array(row.length).fill(1) };
}

/** Cells across a tile, which MapLibre draws 512 pixels wide. */
const CELLS = 128;

function worstPerCell(
  { premises, rowState, vocabulary = COUNTED }: PremisesTileInput,
  from: number,
  to: number,
  tile: { readonly z: number; readonly x: number; readonly y: number },
): TilePoints {
  const project = tileProjection(tile.z, tile.x, tile.y);
  const { weights } = vocabulary;
  const worst = new Int32Array(CELLS * CELLS).fill(-1);
  const units = new Uint32Array(CELLS * CELLS);
  const more = new Uint32Array(CELLS * CELLS);
  let used = 0;
  for (let row = from; row < to; row++) {
    const cell = cellAt(project.y(premises.lat[row])) * CELLS + cellAt(project.x(premises.lon[row]));
    if (worst[cell] < 0) used++;
    if (worst[cell] < 0 || weights[rowState[row]] > weights[rowState[worst[cell]]]) worst[cell] = row;
    units[cell] += unitsAt(premises, row);
    more[cell]++;
  }
  const points = { row: new Uint32Array(used), units: new Uint32Array(used), more: new Uint32Array(used) };
  let next = 0;
  for (let cell = 0; cell < worst.length; cell++) {
    if (worst[cell] < 0) continue;
    points.row[next] = worst[cell];
    points.units[next] = units[cell];
    points.more[next++] = more[cell];
  }
  return points;
}

function cellAt(tileUnits: number): number {
  return Math.max(0, Math.min(CELLS - 1, Math.floor((tileUnits * CELLS) / TILE_EXTENT)));
}

const COUNTED = stateVocabulary();

function stateVocabulary(): StateVocabulary {
  const words: PremisesState[] = [];
  words[ROW_NO] = 'covered';
  words[ROW_SHARE] = 'share';
  words[ROW_NOT_KNOWN] = 'not-known';
  words[ROW_YES] = 'not-spot';
  const weights: number[] = [];
  for (const [weight, state] of [ROW_NO, ROW_SHARE, ROW_NOT_KNOWN, ROW_YES].entries())
    weights[state] = weight;
  return { words, weights, withChance: new Set(['share']) };
}

function propertiesOf(
  input: PremisesTileInput,
  row: number,
  units: number,
  more: number,
): LegacyFeature['tags'] {
  const { words, withChance } = input.vocabulary ?? COUNTED;
  const state = words[input.rowState[row]];
  return withChance.has(state)
    ? { row, state, chance: input.rowChance[row], units, more }
    : { row, state, units, more };
}
