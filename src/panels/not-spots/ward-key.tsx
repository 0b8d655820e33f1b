import { hatchOfStep, wardKey } from '../../stores/derived/map-legend.ts';
import { PatternSwatch } from '../../ui/pattern-swatch.tsx';
import { useAnalysis } from '../app-provider.tsx';

/** In the map's corner, while wards are what it shows: what their colours mean. The panel's map key says the same. */
export function WardKey() {
  const analysis = useAnalysis((state) => state.analysis);
  const steps = analysis ? wardKey(analysis) : [];
  if (!analysis || steps.length === 0) return null;
  return (
    <div className="dot-key ward-key" aria-hidden="true">
      <p>
        <strong>Not-spots</strong>, % of {analysis.unit}
      </p>
      <ol>
        {steps.map(({ step, label, wards }) => (
          <li key={step}>
            <PatternSwatch pattern="solid" token={`--class-${step}`} hatchPixels={hatchOfStep(step)} />
            <span>{label}</span>
            <span className="soft number">
              {wards} {wards === 1 ? 'ward' : 'wards'}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
