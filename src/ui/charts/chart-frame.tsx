import { type ReactNode, useState } from 'react';
import { Disclosure } from '../disclosure.tsx';
import { ChartTable, type ChartTableProps } from './chart-table.tsx';
import './charts.css';

export interface ChartFrameProps {
  readonly caption: string;
  /** Says nothing twice: leave out where a heading stands above. */
  readonly showCaption?: boolean;
  readonly table: Omit<ChartTableProps, 'caption'>;
  /** One line under the chart: what it is out of, what is not known. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its caption and the same rows as a table, one click away. */
export function ChartFrame({ caption, showCaption = true, table, note, children }: ChartFrameProps) {
  const [open, setOpen] = useState(false);
  return (
    <figure className="chart">
      <figcaption className={showCaption ? 'chart-caption' : 'unseen'}>{caption}</figcaption>
      {children}
      {note ? <p className="chart-note">{note}</p> : null}
      <Disclosure summary="Show as a table" onToggle={(event) => setOpen(event.currentTarget.open)}>
        {open ? <ChartTable caption={caption} {...table} /> : null}
      </Disclosure>
    </figure>
  );
}
