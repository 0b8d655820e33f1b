export function SeesTablePanel() {
  return null;
}
