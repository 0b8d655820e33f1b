import type { LinkAnswer } from '../../../domain/radio/one-link.ts';
import { linkText } from '../../../stores/derived/link-text.ts';

/** Where the heights along the link are from, and what to mind about them. */
export function LinkHeights({ answer }: { readonly answer: LinkAnswer }) {
  const { heights } = linkText(answer);
  return (
    <section className="panel-section" aria-labelledby="link-heights">
      <h2 id="link-heights">Heights it rests on</h2>
      <ul className="notes small">
        {heights.map((line) => (
          <li key={line} className="anywhere">
            {line}
          </li>
        ))}
        <li>A surface flown in winter shows trees without leaves: in summer they may block more.</li>
      </ul>
    </section>
  );
}
