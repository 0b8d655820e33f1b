/** Topic 'before-after'. */
export function BeforeAfterPanel() {
  return <section className="headline" aria-label="Before and after" />;
}
