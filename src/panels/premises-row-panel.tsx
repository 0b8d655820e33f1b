import { useEffect, useState } from 'react';
import { type PremisesRowText, premisesRowOf } from '../actions/premises-row-of.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useApp, useProject } from './app-provider.tsx';

export interface PremisesRowPanelProps {
  /** Row of the premises table. */
  readonly row: number;
  readonly onClose: () => void;
}

/** One dot of the map: what the file says of it, and what each layer answers. */
export function PremisesRowPanel({ row, onClose }: PremisesRowPanelProps) {
  const context = useApp();
  const version = useProject((state) => state.version);
  const [found, setFound] = useState<PremisesRowText | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version may answer otherwise.
  useEffect(() => {
    let left = false;
    premisesRowOf(context, row).then(
      (text) => {
        if (!left) setFound(text);
      },
      () => {
        if (!left) onClose();
      },
    );
    return () => {
      left = true;
    };
  }, [context, row, version, onClose]);
  if (!found) return null;
  return (
    <section className="premises-row" aria-labelledby="premises-row-title">
      <div className="premises-row-head">
        <h2 id="premises-row-title" className="anywhere">
          {found.title}
        </h2>
        <Button kind="quiet" icon="close" iconOnly onClick={onClose}>
          Close
        </Button>
      </div>
      <p className="small soft">{found.place}</p>
      <table className="answers">
        <caption className="unseen">What each layer answers</caption>
        <tbody>
          {found.answers.map((answer) => (
            <tr key={answer.layerId}>
              <th scope="row" className="anywhere">
                {answer.layer}
              </th>
              <td className={answer.known ? undefined : 'soft'}>{answer.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.cells.length > 0 ? (
        <Disclosure summary="What the file says">
          <dl className="facts">
            {found.cells.map((cell) => (
              <div key={cell.column}>
                <dt className="anywhere">{cell.column}</dt>
                <dd className="anywhere">{cell.text || 'blank'}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </section>
  );
}
