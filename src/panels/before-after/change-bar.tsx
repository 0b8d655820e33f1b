/** A difference as a bar from the middle: fewer to the left, more to the right. `share` is −1 … 1 of the largest. */
export function ChangeBar({ share }: { readonly share: number }) {
  const width = Math.min(1, Math.abs(share)) * 50;
  return (
    <svg className="change-bar" width="100%" height="10" aria-hidden="true" focusable="false">
      <rect
        x={`${share < 0 ? 50 - width : 50}%`}
        width={`${width}%`}
        height="10"
        style={{ fill: share < 0 ? 'var(--change-less-3)' : 'var(--change-more-3)' }}
      />
      <rect x="50%" width="1" height="10" style={{ fill: 'var(--ink-soft)' }} />
    </svg>
  );
}
