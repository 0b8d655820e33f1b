import type { RooftopLook } from '../../stores/derived/rooftop-looks.ts';

/** A thing as the map draws it, beside words that say what it is. */
export function LookSwatch({
  look,
  isNew = false,
  scale = 1,
  opacity = 1,
}: {
  readonly look: RooftopLook;
  readonly isNew?: boolean;
  /** As the map draws it, smaller or paler. */
  readonly scale?: number;
  readonly opacity?: number;
}) {
  const edge = Math.round(EDGE_PIXELS * scale);
  return (
    <svg
      className="look-swatch"
      width={edge}
      height={edge}
      opacity={opacity < 1 ? opacity : undefined}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {isNew ? <circle cx="12" cy="12" r="11.5" style={{ fill: 'var(--not-spot)' }} /> : null}
      <path d={look.outline} style={{ fill: `var(${look.token})` }} />
      <path
        d={look.sign}
        fill="none"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
        style={{ stroke: 'var(--paper)' }}
      />
    </svg>
  );
}

const EDGE_PIXELS = 20;
