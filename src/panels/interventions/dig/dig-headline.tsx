import type { BillOfQuantities } from '../../../domain/cost/bill.ts';
import type { RateCard } from '../../../domain/cost/rate-card.ts';
import type { DigResult } from '../../../domain/dig/dig-design.ts';
import type { DigQuestion } from '../../../domain/dig/dig-question.ts';
import { capitalised } from '../../../stores/derived/capitalised.ts';
import { digHeadline } from '../../../stores/derived/dig-headline.ts';
import { Badge } from '../../../ui/badge.tsx';
import { CountedHow } from '../../counted-how.tsx';

export interface DigHeadlineProps {
  readonly question: DigQuestion;
  readonly result: DigResult;
  readonly bill: BillOfQuantities;
  readonly rates: RateCard;
  /** It answers what was asked before. */
  readonly isEarlier: boolean;
  /** It is not of the files or rates as they now are. */
  readonly isStale: boolean;
}

/** What a dig comes to: cost with its range, whom it serves, metres, days, and how near to the best possible it is. */
export function DigHeadline({ question, result, bill, rates, isEarlier, isStale }: DigHeadlineProps) {
  const { number, rest, range, isAssumed, facts, bound, notes } = digHeadline(question, result, bill);
  return (
    <div className={isEarlier || isStale ? 'dig-result dig-earlier' : 'dig-result'} aria-busy={isEarlier}>
      {isEarlier ? (
        <p className="earlier-line">
          <Badge>earlier</Badge> This answers what was asked before.
        </p>
      ) : isStale ? (
        <p className="earlier-line">
          <Badge>out of date</Badge>
        </p>
      ) : result.isQuick ? (
        <p className="earlier-line">
          <Badge>quick answer</Badge>
        </p>
      ) : null}
      <p className="headline-text" id="dig-headline">
        <strong className="headline-number">{number}</strong> <span className="headline-rest">{rest}</span>
        {range ? <span className="dig-range"> {capitalised(range)}.</span> : null}{' '}
        {isAssumed ? <Badge kind="assumed">assumed</Badge> : null}
      </p>
      <dl className="dig-facts">
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>
              <span className="number dig-fact">{fact.value}</span>{' '}
              {fact.isAssumed ? <Badge kind="assumed">assumed</Badge> : null}
              {fact.note ? <span className="small soft"> {fact.note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="headline-note">{bound}</p>
      {notes.map((note) => (
        <p key={note} className="headline-note anywhere">
          {note}
        </p>
      ))}
      <CountedHow of={{ kind: 'dig', dig: { result, bill, rates } }} />
    </div>
  );
}
