/** The table of topic 'areas'. */
export function AreasTablePanel() {
  return <p className="table-empty">Nothing to list yet.</p>;
}
