/** Plans beside each other. */
export function ComparePlansPanel() {
  return <h2>Plans beside each other</h2>;
}
