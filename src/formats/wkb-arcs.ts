/** x, y and perhaps a height. */
export type Position = number[];

/** Widest piece an arc is cut into, in degrees: what GDAL takes by default. */
const STEP_DEGREES = 4;

/**
 * A circular string as straight pieces: each odd position is passed by the arc between its neighbours. Northernmost,
 * southernmost, westernmost and easternmost points of the arcs are kept exactly. Heights are dropped.
 */
export function straightened(positions: readonly Position[]): Position[] {
  if (positions.length < 3) return positions.map(([x, y]) => [x, y]);
  const line: Position[] = [flat(positions[0])];
  for (let i = 0; i + 2 < positions.length; i += 2)
    addArc(line, positions[i], positions[i + 1], positions[i + 2]);
  return line;
}

function addArc(line: Position[], from: Position, by: Position, to: Position): void {
  const circle = circleThrough(from, by, to);
  if (circle) {
    const { x, y, radius } = circle;
    const angleOf = (position: Position) => Math.atan2(position[1] - y, position[0] - x);
    const start = angleOf(from);
    const whole = from[0] === to[0] && from[1] === to[1];
    const turn = whole ? TURN : sweep(start, angleOf(by), angleOf(to));
    const angles: number[] = [];
    const steps = Math.ceil(Math.abs(turn) / ((STEP_DEGREES * Math.PI) / 180));
    for (let i = 1; i < steps; i++) angles.push(start + (turn * i) / steps);
    const low = Math.min(start, start + turn);
    const high = Math.max(start, start + turn);
    for (let q = Math.ceil(low / QUARTER); q * QUARTER < high; q++)
      if (q * QUARTER > low) angles.push(q * QUARTER);
    angles.sort((a, b) => (turn > 0 ? a - b : b - a));
    for (const angle of angles) line.push([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
  } else line.push(flat(by));
  line.push(flat(to));
}

const TURN = 2 * Math.PI;
const QUARTER = Math.PI / 2;

/** Signed angle from `start` by way of `by` to `end`. */
function sweep(start: number, by: number, end: number): number {
  const ahead = (angle: number) => (((angle - start) % TURN) + TURN) % TURN;
  return ahead(by) <= ahead(end) ? ahead(end) : ahead(end) - TURN;
}

/** Null where the three lie on a line. Closed upon itself, `by` lies opposite of `from`. */
function circleThrough(from: Position, by: Position, to: Position) {
  const bx = by[0] - from[0];
  const by_ = by[1] - from[1];
  if (from[0] === to[0] && from[1] === to[1]) {
    const radius = Math.hypot(bx, by_) / 2;
    return radius > 0 ? { x: from[0] + bx / 2, y: from[1] + by_ / 2, radius } : null;
  }
  const cx = to[0] - from[0];
  const cy = to[1] - from[1];
  const twice = 2 * (bx * cy - by_ * cx);
  const b2 = bx * bx + by_ * by_;
  const c2 = cx * cx + cy * cy;
  const dx = (cy * b2 - by_ * c2) / twice;
  const dy = (bx * c2 - cx * b2) / twice;
  const radius = Math.hypot(dx, dy);
  // Beyond this the arc is a straight line to fifteen digits.
  if (!Number.isFinite(radius) || radius > 1e7 * Math.sqrt(c2)) return null;
  return { x: from[0] + dx, y: from[1] + dy, radius };
}

function flat([x, y]: Position): Position {
  return [x, y];
}
