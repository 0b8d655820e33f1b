import type { AskedLine } from '../../stores/derived/dig-asked-lines.ts';
import { Badge } from '../../ui/badge.tsx';

export interface PrintedAskedProps {
  readonly lines: readonly AskedLine[];
  /** What is printed answers what was asked before. */
  readonly isEarlier: boolean;
}

/** On paper only: in words what was asked. */
export function PrintedAsked({ lines, isEarlier }: PrintedAskedProps) {
  return (
    <section aria-labelledby="printed-asked">
      <h2 id="printed-asked">{isEarlier ? 'What is asked now, not yet answered' : 'What was asked'}</h2>
      <dl className="dig-facts">
        {lines.map((line) => (
          <div key={line.name}>
            <dt>{line.name}</dt>
            <dd className="anywhere">
              {line.value} {line.isAssumed ? <Badge kind="assumed">assumed</Badge> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
