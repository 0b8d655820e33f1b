export function LinkTablePanel() {
  return null;
}
