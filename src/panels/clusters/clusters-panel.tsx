/** Topic 'clusters'. */
export function ClustersPanel() {
  return <section className="headline" aria-label="Clusters" />;
}
