import type { HubProblem } from './hub-problem.ts';
import type { HubsOver } from './hubs-over.ts';
import type { Seats } from './seats.ts';

/**
 * Lets in who is left where a sector has room, or where a chain of others can each move on to another sector. False: nobody is
 * left whom these hubs reach.
 */
export function letIn(seating: Seating): boolean {
  const { problem, over, seats } = seating;
  const { units, rule } = problem;
  const isDead = new Uint8Array(seats.hubs.length * rule.sectors).fill(1);
  for (const [hub, middles] of seats.middles.entries())
    for (const sector of middles.keys()) isDead[hub * rule.sectors + sector] = 0;
  over.turned();
  let isLeft = false;
  for (let place = 0; place < units.length; place++) {
    if (seats.hubOf[place] >= 0 || over.count(place) === 0) continue;
    const isIn = units[place] > rule.mostUnits ? share(place, seating) : letInOne(place, seating, isDead);
    if (!isIn) isLeft = true;
  }
  return isLeft;
}

/** Who sits where, of some hubs. */
export interface Seating {
  readonly problem: HubProblem;
  readonly over: HubsOver;
  readonly seats: Seats;
}

/** Seats somebody who is more than a sector holds in what room the sectors of one hub have. */
function share(place: number, { problem, over, seats }: Seating): boolean {
  const { rule, units } = problem;
  const looking = over.sectors(place, seats);
  for (const hub of seats.hubs.keys()) {
    const sectors = looking
      .filter((key) => Math.floor(key / rule.sectors) === hub)
      .map((key) => key % rule.sectors)
      .sort((one, other) => seats.room(hub, other) - seats.room(hub, one) || one - other);
    const room = sectors.reduce((sum, sector) => sum + seats.room(hub, sector), 0);
    if (room < units[place]) continue;
    seats.seat(place, hub, sectors);
    return true;
  }
  return false;
}

/** Breadth first over sectors: whoever sits in a full one may move on to another that looks at them. */
function letInOne(place: number, { problem, over, seats }: Seating, isDead: Uint8Array): boolean {
  const { units, rule } = problem;
  if (over.sectors(place, seats).every((key) => isDead[key] === 1)) return false;
  const cameFrom = new Int32Array(isDead.length).fill(-1);
  const movers = new Int32Array(isDead.length).fill(-1);
  const queue: number[] = [];
  const most = isDead.reduce((sum, dead) => sum + 1 - dead, 0);
  const reach = (mover: number, from: number): void => {
    for (const key of over.sectors(mover, seats)) {
      if (isDead[key] === 1 || movers[key] >= 0 || key === from) continue;
      [cameFrom[key], movers[key]] = [from, mover];
      queue.push(key);
    }
  };
  reach(place, -1);
  for (let i = 0; i < queue.length; i++) {
    const key = queue[i];
    const [hub, sector] = [Math.floor(key / rule.sectors), key % rule.sectors];
    const coming = units[movers[key]];
    const room = seats.room(hub, sector);
    if (room >= coming) {
      for (let to = key; to >= 0; to = cameFrom[to]) {
        const mover = movers[to];
        seats.rise(mover);
        seats.seat(mover, Math.floor(to / rule.sectors), [to % rule.sectors]);
      }
      return true;
    }
    // Once all are in the queue, nobody who moves on can lead to another.
    if (queue.length === most) continue;
    for (const one of seats.in(hub, sector))
      if (units[one] <= rule.mostUnits && room + units[one] >= coming) reach(one, key);
  }
  for (const key of queue) isDead[key] = 1;
  return false;
}
