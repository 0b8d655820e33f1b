/** Topic 'compare'. */
export function ComparePanel() {
  return <section className="headline" aria-label="Compare" />;
}
