/** The table of topic 'clusters'. */
export function ClustersTablePanel() {
  return <p className="table-empty">Nothing to list yet.</p>;
}
