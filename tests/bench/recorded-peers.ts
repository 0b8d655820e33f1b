/** A peer that is not on npm, as measured when the rows were asked for: two Zen 4 virtual cores, one thread. */
export interface RecordedPeer {
  readonly row: string;
  readonly peer: string;
  readonly figure: string;
}

/** Recorded, not run by this bench: their minutes were others than ours, so no ratio is made of them. */
export const RECORDED_PEERS: readonly RecordedPeer[] = [
  { row: '1', peer: 'Turf booleanPointInPolygon in a loop, wards alone', figure: '1,449 s' },
  { row: '1', peer: 'GEOS, prepared geometries', figure: '3.5 s' },
  { row: '1', peer: 'PostGIS', figure: '18 to 130 s' },
  { row: '1b', peer: 'GEOS, prepared geometries', figure: '28.8 s, 1.7 GB' },
  { row: '1c', peer: 'DuckDB, as published, all cores of an M3 Pro', figure: '0.5 µs a point' },
  { row: '2', peer: 'Turf 7, wards whole', figure: '107 s' },
  { row: '2', peer: 'GEOS, union then difference', figure: '5 to 70 s by shape' },
  { row: '2', peer: "GEOS, coverage clipped to the ward's box first", figure: '0.41 to 0.96 s' },
  { row: '3', peer: 'C++, early-exit march of 2 km at 1 m', figure: '0.29 million profiles a second' },
  { row: '3', peer: 'gdal_viewshed, one observer on 5,000 × 5,000 cells', figure: '0.50 s' },
  { row: '3', peer: 'GRASS r.viewshed, the same', figure: '56 s' },
  { row: '4', peer: 'networkx, Mehlhorn, in Python on a lattice of this size', figure: '1.53 s' },
  { row: '4', peer: 'scipy, Mehlhorn, the same', figure: '0.031 s' },
  { row: '7', peer: 'networkx, Mehlhorn, in Python on the Vienna graphs', figure: '15 to 29 s' },
  { row: '7', peer: 'ten shortest-path heuristics in Python, the same', figure: '46 to 84 s' },
  { row: '6', peer: 'DuckDB, a million rows of CSV', figure: '0.44 s' },
];
