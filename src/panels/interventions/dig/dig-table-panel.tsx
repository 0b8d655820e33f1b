/** The streets of the design that is open. */
export function DigTablePanel() {
  return <p className="table-empty">Streets are listed here once a dig is designed.</p>;
}
