import { Badge } from './badge.tsx';
import { Icon } from './icon.tsx';

export interface FigureValueProps {
  /** "1,204" */
  readonly value: string;
  /** "of 4,870 premises (24.7 %)" */
  readonly of?: string;
  /** "between 1,100 and 1,300"; null for an exact count. */
  readonly range?: string | null;
  readonly assumed?: boolean;
  /** What the figure counts: names its explanation. */
  readonly name: string;
  /** Opens definition, sources, assumptions: asked for by the mark. */
  readonly onExplain?: () => void;
}

/** A figure as it looks everywhere: value, what it is out of, range, "assumed", and the mark that explains it. */
export function FigureValue({ value, of, range, assumed = false, name, onExplain }: FigureValueProps) {
  return (
    <div className="figure-value">
      <span className="figure-number number">{value}</span>
      {of ? <span> {of}</span> : null}
      {range ? <span className="figure-range"> {range}</span> : null}
      {assumed ? <Badge kind="assumed">assumed</Badge> : null}
      {onExplain ? (
        <button type="button" className="figure-mark" aria-haspopup="dialog" onClick={onExplain}>
          <Icon name="info" size={18} />
          <span className="unseen">Explain: {name}</span>
        </button>
      ) : null}
    </div>
  );
}
