import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';

/** What cannot be drawn as an area, why, and what to do about it. */
export function AreaRefusals({ analysis }: { readonly analysis: AreaAnalysis }) {
  if (analysis.refusals.length + analysis.leftAside.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="area-refusals-title">
      <h2 id="area-refusals-title">Not drawn as an area</h2>
      <dl className="area-refusals">
        {analysis.refusals.map(({ technology, label, isAsked, why, remedy }) => (
          <div key={technology}>
            <dt>
              {label}
              {isAsked ? ', which this definition asks for' : ''}
            </dt>
            <dd className="anywhere">
              {why} {isAsked ? remedy : ''}
            </dd>
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
