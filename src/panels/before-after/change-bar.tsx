/** How large a difference is, from zero; fewer and more in their own colours. `share` is −1 … 1 of the largest. */
export function ChangeBar({ share }: { readonly share: number }) {
  return (
    <svg className="change-bar" width="100%" height="10" aria-hidden="true" focusable="false">
      <rect
        width={`${Math.min(1, Math.abs(share)) * 100}%`}
        height="10"
        style={{ fill: share < 0 ? 'var(--change-less-3)' : 'var(--change-more-3)' }}
      />
    </svg>
  );
}
