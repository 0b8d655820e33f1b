import { selectWard } from '../../actions/select-ward.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { countText } from '../../stores/derived/count-text.ts';
import { wardsByNotSpots } from '../../stores/derived/ward-table.ts';
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { useApp } from '../app-provider.tsx';
import { ExplainedNumber } from '../explained-number.tsx';

/** The wards with most not-spots, as text before the map says it. */
export function WorstWards({ analysis }: { readonly analysis: Analysis }) {
  const context = useApp();
  const wards = wardsByNotSpots(analysis);
  if (wards.length === 0) return null;
  if (!analysis.ranksWards) {
    return (
      <section className="panel-section" aria-labelledby="worst-title">
        <h2 id="worst-title">Wards are not ranked</h2>
        <p>
          {analysis.notes.find((note) => note.kind === 'coarse-shares')?.text ??
            'The shares used are of areas larger than wards, so they rank no ward.'}
        </p>
      </section>
    );
  }
  return (
    <section className="panel-section" aria-labelledby="worst-title">
      <h2 id="worst-title">Most not-spots</h2>
      <ol className="worst">
        {wards.slice(0, SHOWN).map((line) => {
          const text = countText(line.notSpots, line.units, analysis.unit);
          return (
            <li key={line.key}>
              <button
                type="button"
                className="link worst-name anywhere"
                data-ward={line.code}
                onClick={() => selectWard(context, line.code)}
              >
                {line.name || line.code}
              </button>
              <span className="worst-count">
                <span className="number">
                  <ExplainedNumber asks={{ kind: 'not-spots' }} place={line.code}>
                    {text.value}
                  </ExplainedNumber>
                </span>{' '}
                <span className="soft">{text.of}</span>
              </span>
              <ProportionBar
                height={8}
                parts={[{ key: 'n', share: text.shares.mid, pattern: 'hatch', token: '--not-spot' }]}
                range={text.shares}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const SHOWN = 5;
