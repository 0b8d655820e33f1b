/** Points by their exact coordinates. */
export class Nodes {
  private readonly ids = new Map<number, Map<number, number>>();
  private readonly positions: Position[] = [];

  idOf(lon: number, lat: number): number {
    let byLat = this.ids.get(lon);
    if (!byLat) {
      byLat = new Map();
      this.ids.set(lon, byLat);
    }
    let id = byLat.get(lat);
    if (id === undefined) {
      id = this.positions.push([lon, lat]) - 1;
      byLat.set(lat, id);
    }
    return id;
  }

  at(id: number): Position {
    return this.positions[id];
  }
}

export type Position = readonly [number, number];
