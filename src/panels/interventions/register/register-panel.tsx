/** What it is reckoned with. */
export function RegisterPanel() {
  return <h2>What it is reckoned with</h2>;
}
