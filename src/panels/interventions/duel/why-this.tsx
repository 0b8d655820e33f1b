import { StandingTitle } from '../standing-title.tsx';

/** "Why this and not that": whole sentences made from the numbers. */
export function WhyThis({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="duel-why">
      <StandingTitle id="duel-why">Why this and not that</StandingTitle>
      <ul className="notes duel-why">
        {sentences.map((sentence) => (
          <li key={sentence} className="number-wrap">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
