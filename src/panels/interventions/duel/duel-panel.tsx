/** Rooftop radio against digging. */
export function DuelPanel() {
  return <h2>Rooftop radio against digging</h2>;
}
