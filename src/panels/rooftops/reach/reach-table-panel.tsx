export function ReachTablePanel() {
  return null;
}
