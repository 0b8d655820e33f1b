import type { MarkLook } from '../stores/derived/marks-looks.ts';

/** A mark as the map draws it, beside words that say what it is. */
export function MarkSwatch({ look }: { readonly look: MarkLook }) {
  return (
    <svg
      className="mark-swatch"
      width="20"
      height="20"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={look.outline} style={{ fill: `var(${look.token})` }} />
      <path
        d={look.sign}
        fill="none"
        strokeWidth="2.2"
        strokeLinecap="round"
        style={{ stroke: 'var(--paper)' }}
      />
    </svg>
  );
}
