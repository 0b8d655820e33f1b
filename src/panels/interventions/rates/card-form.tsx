import { saveRates } from '../../../actions/edit-rates.ts';
import type { RateCard } from '../../../domain/cost/rate-card.ts';
import { cardFieldProblem } from '../../../stores/derived/rate-lines.ts';
import { CommittedInput } from '../../../ui/committed-input.tsx';
import { useApp } from '../../app-provider.tsx';

/** What a rate card is called, and the year of its prices. */
export function CardForm({ card }: { readonly card: RateCard }) {
  const context = useApp();
  const commit = (part: Pick<RateCard, 'name'> | Pick<RateCard, 'priceBase'>): string | null => {
    const edited = { ...card, ...part };
    const problem = cardFieldProblem(edited);
    if (!problem) saveRates(context, edited, 'name and year');
    return problem;
  };
  return (
    <section className="panel-section stack" aria-labelledby="rates-card">
      <h3 id="rates-card">This rate card</h3>
      <CommittedInput
        label="Name"
        autoComplete="off"
        maxLength={200}
        value={card.name}
        onCommit={(name) => commit({ name: name.trim() })}
      />
      <CommittedInput
        label="Year of its prices"
        hint="Empty: not known, or figures of several years"
        autoComplete="off"
        inputMode="numeric"
        maxLength={20}
        value={card.priceBase ?? ''}
        onCommit={(year) => commit({ priceBase: year.trim() || null })}
      />
    </section>
  );
}
