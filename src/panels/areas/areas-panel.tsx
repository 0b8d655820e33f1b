/** Topic 'areas'. */
export function AreasPanel() {
  return <section className="headline" aria-label="Areas" />;
}
