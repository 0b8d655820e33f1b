import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';

/** What else cannot be drawn as an area, and why; what the definition asks about stands at the top. */
export function AreaRefusals({ analysis }: { readonly analysis: AreaAnalysis }) {
  const others = analysis.refusals.filter(({ isAsked }) => !isAsked);
  if (others.length + analysis.leftAside.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="area-refusals-title">
      <h2 id="area-refusals-title">Not drawn as an area</h2>
      <dl className="area-refusals">
        {others.map(({ technology, label, why }) => (
          <div key={technology}>
            <dt>{label}</dt>
            <dd className="anywhere">{why}</dd>
          </div>
        ))}
      </dl>
      {analysis.leftAside.map((line) => (
        <p className="anywhere" key={line}>
          {line}
        </p>
      ))}
    </section>
  );
}
