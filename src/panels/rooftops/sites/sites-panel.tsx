export function SitesPanel() {
  return null;
}
