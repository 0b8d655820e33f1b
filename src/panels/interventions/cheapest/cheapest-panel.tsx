/** The cheapest for each premises. */
export function CheapestPanel() {
  return <h2>The cheapest for each premises</h2>;
}
