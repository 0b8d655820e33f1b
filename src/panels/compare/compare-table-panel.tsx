/** The table of topic 'compare'. */
export function CompareTablePanel() {
  return <p className="table-empty">Nothing to list yet.</p>;
}
