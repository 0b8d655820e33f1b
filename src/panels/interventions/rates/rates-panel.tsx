/** Topic 'rates': what things cost, with where each figure is from. */
export function RatesPanel() {
  return <p className="headline">Every rate is the default one.</p>;
}
