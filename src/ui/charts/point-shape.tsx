export interface PointShapeProps {
  /** Number of the series: each has another shape. */
  readonly shape: number;
  readonly x: string;
  readonly y: string;
}

/** A point of a line, told from those of other lines by its shape as well as its colour. */
export function PointShape({ shape, x, y }: PointShapeProps) {
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden="true" focusable="false">
      <path className="chart-point" d={SHAPES[shape % SHAPES.length]} />
    </svg>
  );
}

const SHAPES = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z',
  'M-3.6-3.6h7.2v7.2h-7.2Z',
  'M0-4.8 4.6 3.4H-4.6Z',
  'M0-5 5 0 0 5-5 0Z',
];
