/** Topic 'dig': which trench reaches the premises, what it costs, and what stands in its way. */
export function DigPanel() {
  return <p className="headline">No dig has been designed yet.</p>;
}
