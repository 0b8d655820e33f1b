import './consents.css';
import type { ConsentHint } from '../../../domain/consents/consent-hint.ts';
import { consentLine, consentSummary } from '../../../stores/derived/consent-lines.ts';
import { ConsentItem } from './consent-item.tsx';

export interface ConsentListProps {
  readonly siteId: string;
  readonly hints: readonly ConsentHint[];
}

/** Every rule asked of a site: what stands in the way, why, by which rule, and the person's word against it. */
export function ConsentList({ siteId, hints }: ConsentListProps) {
  return (
    <>
      <p className="consents-summary">{consentSummary(hints)}.</p>
      <ul className="consents">
        {hints.map((hint) => (
          <ConsentItem key={hint.rule} siteId={siteId} line={consentLine(hint)} />
        ))}
      </ul>
    </>
  );
}
