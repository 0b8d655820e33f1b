/** Barriers and levers. */
export function BarriersPanel() {
  return <h2>Barriers and levers</h2>;
}
