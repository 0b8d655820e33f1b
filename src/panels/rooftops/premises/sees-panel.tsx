export function SeesPanel() {
  return null;
}
