import type { RouteLook } from '../../stores/derived/dig-looks.ts';

/** A line as the map draws it, beside words that say what it is. */
export function RouteSwatch({ look: { token, widthPixels, dashes } }: { readonly look: RouteLook }) {
  return (
    <svg
      className="route-swatch"
      width="36"
      height="14"
      viewBox="0 0 36 14"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M1 7h34"
        fill="none"
        style={{ stroke: `var(${token})`, strokeWidth: widthPixels }}
        strokeDasharray={dashes.map((dash) => dash * widthPixels).join(' ') || undefined}
      />
    </svg>
  );
}
