/** Topic 'link': one link between two ends, its profile and its budget. */
export function LinkPanel() {
  return null;
}
