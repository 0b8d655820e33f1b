export function ReachPanel() {
  return null;
}
