export function SitesTablePanel() {
  return null;
}
