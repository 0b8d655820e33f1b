import type { BesideInput } from '../../domain/published/published-beside.ts';
import type { BesideText } from '../../stores/derived/compare-beside.ts';
import { CountedHow } from '../counted-how.tsx';

export interface BesideBlockProps {
  readonly beside: BesideText;
  readonly what: string;
  /** What the difference was worked out from. */
  readonly of: BesideInput;
}

/** A published share beside the counted one: the difference, and every reason with what it can explain. */
export function BesideBlock({ beside, what, of }: BesideBlockProps) {
  return (
    <div className="beside stack">
      <h3>Published beside counted</h3>
      <dl className="beside-shares">
        <div>
          <dt>Counted here</dt>
          <dd>
            <span className="beside-number number">{beside.counted}</span>{' '}
            {beside.countedRange ? <span className="small soft">{beside.countedRange}</span> : null}
          </dd>
        </div>
        <div>
          <dt>Published</dt>
          <dd>
            <span className="beside-number number">{beside.published}</span>
          </dd>
        </div>
      </dl>
      <p>
        {beside.difference}
        {beside.verdict ? `. ${beside.verdict}` : '.'}
      </p>
      <CountedHow of={{ kind: 'beside', beside: of }} summary="How this difference is worked out" />
      {beside.reasons.length > 0 ? (
        <>
          <p className="small soft" id="beside-reasons">
            Why {what} counted here can differ
          </p>
          <ul className="plain-list small" aria-labelledby="beside-reasons">
            {beside.reasons.map(({ kind, text, atMost }) => (
              <li key={kind}>
                {text}
                {atMost ? <span className="beside-most number"> {atMost}</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
