import { lazy, Suspense, useId, useState } from 'react';
import type { PlanEvaluation } from '../../../domain/evaluation/evaluation.ts';
import type { BuiltIntervention } from '../../../domain/plan/intervention.ts';
import { INTERVENTION_TEXT } from '../../../stores/derived/intervention-text.ts';
import { type CardCell, type CardLine, planCards } from '../../../stores/derived/plan-cards.ts';
import { unitWord } from '../../../stores/derived/unit-noun.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { StandingTitle, useStandingCaption } from '../standing-title.tsx';
import { DesignRefused } from './design-refused.tsx';

const FigureExplanation = lazy(async () => {
  const { FigureExplanation } = await import('../../figure-explanation.tsx');
  return { default: FigureExplanation };
});

/** A card for each design beside the others: the same lines in the same order, those in which they differ first. */
export function DuelCards({ evaluation }: { readonly evaluation: PlanEvaluation }) {
  const { kinds, refused, differing, same, hybridIs } = planCards(evaluation);
  return (
    <section className="panel-section" aria-labelledby="duel-cards">
      <StandingTitle id="duel-cards">{kinds.length > 1 ? 'Side by side' : 'The design'}</StandingTitle>
      {refused.map(({ kind, why }) => (
        <DesignRefused key={kind} kind={kind} why={why} />
      ))}
      {kinds.length === 0 ? null : (
        <>
          {hybridIs ? (
            <p>
              The hybrid came out as {hybridIs === 'dig' ? 'the dig' : 'rooftop radio'} alone: beside it, the
              other does not pay.
            </p>
          ) : null}
          <LineTable
            caption={kinds.length > 1 ? 'Where the designs differ' : 'What the design comes to'}
            kinds={kinds}
            lines={differing}
          />
          {same.length > 0 ? (
            <>
              <h3 className="duel-same">The same in all</h3>
              <LineTable caption="What is the same in all designs" kinds={kinds} lines={same} />
            </>
          ) : null}
          <p className="small soft">
            Counts are of {unitWord(evaluation.unit, 2)}, sums in pounds. In each cell the middle, below it
            low–high; in bold the {kinds.length > 2 ? 'best' : 'better one'} of those that serve as many,
            where more than rounding sets them apart. Press a line’s name to see how it is worked out.
          </p>
        </>
      )}
    </section>
  );
}

export interface LineTableProps {
  readonly caption: string;
  readonly kinds: readonly (BuiltIntervention | 'as chosen')[];
  readonly lines: readonly CardLine[];
}

/** Lines with a column for each design; a line's name opens how its figures are worked out. */
export function LineTable({ caption, kinds, lines }: LineTableProps) {
  return (
    <table className="duel-table">
      <caption className="unseen">{useStandingCaption(caption)}</caption>
      <thead>
        <tr>
          {kinds.map((kind) => (
            <th key={kind} scope="col" className="duel-head" data-kind={kind}>
              {kind === 'as chosen' ? 'As chosen' : INTERVENTION_TEXT[kind].name}
            </th>
          ))}
        </tr>
      </thead>
      {lines.map((line) => (
        <Line key={line.key} line={line} columns={kinds.length} />
      ))}
    </table>
  );
}

function Line({ line, columns }: { readonly line: CardLine; readonly columns: number }) {
  const [isOpen, setOpen] = useState(false);
  const shown = useId();
  const { label, meaning, isAssumed, cells } = line;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns} className="duel-line">
          <button
            type="button"
            className="duel-ask"
            aria-expanded={isOpen}
            aria-controls={isOpen ? shown : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="chevron-right" size={16} />
            <span>{label}</span>
          </button>
          {isAssumed ? <Badge kind="assumed">assumed</Badge> : null}
        </th>
      </tr>
      <tr>
        {cells.map((cell) => (
          <td key={cell.kind} className="duel-cell number">
            <Cell cell={cell} best={cells.length > 2 ? 'the best' : 'the better one'} />
          </td>
        ))}
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={columns} id={shown} className="duel-how small">
            <p>{meaning}</p>
            {cells.map(({ kind, figure, why }) => (
              <div key={kind}>
                <h3>{kind === 'as chosen' ? 'As chosen' : INTERVENTION_TEXT[kind].name}</h3>
                {figure ? (
                  <Suspense fallback={<p className="soft">Opening the explanation …</p>}>
                    <FigureExplanation figure={figure} isOfPlan />
                  </Suspense>
                ) : (
                  <p>Not known. {why}</p>
                )}
              </div>
            ))}
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function Cell({
  cell: { value, of, band, why, isBest },
  best,
}: {
  readonly cell: CardCell;
  readonly best: string;
}) {
  return (
    <>
      {isBest ? (
        <strong>
          {value}
          <span className="unseen"> ({best})</span>
        </strong>
      ) : (
        <span className={why === null ? undefined : 'soft'}>{value}</span>
      )}
      {of ? <span className="small soft"> {of}</span> : null}
      {band ? (
        <span className="small soft duel-band">
          {' '}
          {band[0]}–<wbr />
          {band[1]}
        </span>
      ) : null}
    </>
  );
}
