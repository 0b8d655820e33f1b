import type { Figure } from '../domain/project/figure.ts';
import { figureText } from '../stores/derived/figure-text.ts';
import { Badge } from '../ui/badge.tsx';
import { SourceLine } from './source-line.tsx';

/** Definition, working, sources, assumptions and rows behind a figure. `isOfPlan`: it was worked out from a plan's designs. */
export function FigureExplanation({
  figure,
  isOfPlan = false,
}: {
  readonly figure: Figure;
  readonly isOfPlan?: boolean;
}) {
  const text = figureText(figure, isOfPlan);
  return (
    <dl className="explanation">
      <dt>Definition</dt>
      <dd>{text.definition}</dd>
      {text.working ? (
        <>
          <dt>Working</dt>
          <dd className="number-wrap">{text.working}</dd>
        </>
      ) : null}
      {text.range ? (
        <>
          <dt>Range</dt>
          <dd>{text.range}</dd>
        </>
      ) : null}
      <dt>How it is known</dt>
      <dd>
        {text.basis} {text.rowsUsed}. {text.notKnown}
      </dd>
      <dt>Sources</dt>
      <dd>
        <ul className="plain-list">
          {text.sources.map((source) => (
            <li key={`${source.title} ${source.details}`}>
              <SourceLine source={source} />
            </li>
          ))}
        </ul>
      </dd>
      {text.assumptions.length > 0 ? (
        <>
          <dt>Assumptions</dt>
          <dd>
            <ul className="plain-list">
              {text.assumptions.map((assumption) => (
                <li key={assumption.text}>
                  {assumption.source ? null : <Badge kind="assumed">assumed</Badge>} {assumption.text}
                  {assumption.source ? <span className="soft"> ({assumption.source})</span> : null}
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
    </dl>
  );
}
