import { type ReactNode, useState } from 'react';
import { Badge } from './badge.tsx';
import { Icon } from './icon.tsx';
import { ModalDialog } from './modal-dialog.tsx';

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
  /** Definition, sources, assumptions; opened by the mark. */
  readonly explanation?: ReactNode;
}

/** A figure as it looks everywhere: value, what it is out of, range, "assumed", and the mark that explains it. */
export function FigureValue({ value, of, range, assumed = false, name, explanation }: FigureValueProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="figure-value">
      <span className="figure-number number">{value}</span>
      {of ? <span> {of}</span> : null}
      {range ? <span className="figure-range"> {range}</span> : null}
      {assumed ? <Badge kind="assumed">assumed</Badge> : null}
      {explanation ? (
        <>
          <button type="button" className="figure-mark" onClick={() => setOpen(true)}>
            <Icon name="info" size={18} />
            <span className="unseen">Explain: {name}</span>
          </button>
          <ModalDialog title={name} open={open} onClose={() => setOpen(false)}>
            {explanation}
          </ModalDialog>
        </>
      ) : null}
    </div>
  );
}
