import type { Verdict } from '../../domain/verdict/verdict.ts';
import type { VerdictLines } from '../../stores/derived/verdict-lines.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SourceLine } from '../source-line.tsx';

export interface PremisesFactsProps {
  readonly verdict: Verdict;
  readonly lines: VerdictLines;
}

/** Who and where: the ids that tell the premises from others, its ward, and all else that its file says. */
export function PremisesFacts({ verdict, lines }: PremisesFactsProps) {
  const { subject } = verdict;
  return (
    <>
      <dl className="premises-facts">
        {lines.who.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd className="anywhere">{fact.text}</dd>
          </div>
        ))}
        {lines.units ? (
          <div>
            <dt>How many</dt>
            <dd>{lines.units}</dd>
          </div>
        ) : null}
        <div>
          <dt>Ward</dt>
          <dd className="anywhere">{subject.wardName ?? 'outside every ward'}</dd>
        </div>
        <div>
          <dt>Place</dt>
          <dd className="number">{lines.place}</dd>
        </div>
      </dl>
      {subject.cells.length > 0 ? (
        <Disclosure summary="What the file says" className="small">
          <dl className="premises-facts">
            {subject.cells.map((cell) => (
              <div key={cell.label}>
                <dt className="anywhere">{cell.label}</dt>
                <dd className="anywhere">{cell.text || 'blank'}</dd>
              </div>
            ))}
            <div>
              <dt>File</dt>
              <dd>
                <SourceLine source={lines.source} />
              </dd>
            </div>
          </dl>
        </Disclosure>
      ) : null}
    </>
  );
}
