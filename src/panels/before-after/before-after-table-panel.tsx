/** The table of topic 'before-after'. */
export function BeforeAfterTablePanel() {
  return <p className="table-empty">Nothing to list yet.</p>;
}
