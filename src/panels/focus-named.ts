/**
 * Gives the focus to the element of the panel that names something (`data-ward`, `data-cluster`, `data-site`, `data-design`, `data-plan`), once it is drawn; to the
 * panel itself where there is none. Without it the focus would be lost with the view that was left.
 */
export function focusNamed(kind: 'ward' | 'cluster' | 'site' | 'design' | 'plan', id: string | null): void {
  requestAnimationFrame(() => {
    const panel = document.getElementById('panel');
    const named =
      id === null ? null : panel?.querySelector<HTMLElement>(`[data-${kind}="${CSS.escape(id)}"]`);
    (named ?? panel)?.focus({ preventScroll: !named });
  });
}
