import { useId, useState } from 'react';
import type { BreakEvenInput } from '../../../domain/evaluation/evaluation.ts';
import type { Unit } from '../../../domain/premises/premises-table.ts';
import { breakEvenText, rateSteps, rateWords } from '../../../stores/derived/break-even-text.ts';
import { Button } from '../../../ui/button.tsx';
import { StandingTitle } from '../standing-title.tsx';
import { BreakEvenChart } from './break-even-chart.tsx';

export interface BreakEvenSectionProps {
  readonly input: BreakEvenInput | null;
  readonly unit: Unit;
}

/** Where radio and digging cost the same, moving with what a metre of trench costs. */
export function BreakEvenSection({ input, unit }: BreakEvenSectionProps) {
  return (
    <section className="panel-section" aria-labelledby="duel-even">
      <StandingTitle id="duel-even">Where the two cost the same</StandingTitle>
      {input ? (
        <Moving input={input} unit={unit} />
      ) : (
        <p>Not known: it takes a dig and a rooftop design that both serve some of the same premises.</p>
      )}
    </section>
  );
}

function Moving({ input, unit }: { readonly input: BreakEvenInput; readonly unit: Unit }) {
  const slider = useId();
  const [tried, setTried] = useState<number | null>(null);
  const rate = tried ?? input.pencePerMetre;
  const { sentence, designs, meaning, chart } = breakEvenText(input, rate, unit);
  const { least, most, step } = rateSteps(input);
  return (
    <div className="duel-even">
      <p className="number-wrap" role="status">
        <strong>{sentence}</strong>
      </p>
      <BreakEvenChart chart={chart} />
      <div className="duel-rate screen-only">
        <label htmlFor={slider}>A metre of trench, with all that goes with it</label>
        <output className="number" htmlFor={slider}>
          {rateWords(rate)}
        </output>
        <input
          id={slider}
          type="range"
          min={least}
          max={most}
          step={step}
          value={Math.round(rate / step) * step}
          aria-valuetext={rateWords(rate)}
          onChange={(event) => setTried(Number(event.target.value))}
        />
      </div>
      {tried === null ? (
        <p className="small soft screen-only">
          Move it to see what another rate would mean: the designs stay as they are. Rates themselves are
          changed under Rates.
        </p>
      ) : (
        <div className="screen-only">
          <Button kind="quiet" onClick={() => setTried(null)}>
            Back to {rateWords(input.pencePerMetre)}, the plan’s own
          </Button>
        </div>
      )}
      <p className="number-wrap">{designs}</p>
      <p className="small soft number-wrap">{meaning}</p>
    </div>
  );
}
