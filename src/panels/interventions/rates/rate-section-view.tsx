import { addMethod } from '../../../actions/edit-rates.ts';
import type { RateCard } from '../../../domain/cost/rate-card.ts';
import type { RateLine, RateSectionLines } from '../../../stores/derived/rate-lines.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useApp } from '../../app-provider.tsx';
import { SourceLine } from '../../source-line.tsx';

export interface RateSectionViewProps {
  readonly lines: RateSectionLines;
  readonly card: RateCard;
  readonly onEdit: () => void;
}

/** Figures of a rate card that stand together, each with its range and whether anybody sourced it. */
export function RateSectionView({ lines, card, onEdit }: RateSectionViewProps) {
  const context = useApp();
  const { section, sources, lacking, groups } = lines;
  const { key, title, note, surface, methodsToAdd } = section;
  return (
    <section className="panel-section rates" aria-labelledby={`rates-${key}`}>
      <div className="rates-head">
        <h3 id={`rates-${key}`}>{title}</h3>
        {groups.length > 0 ? (
          <Button kind="quiet" id={`edit-rates-${key}`} onClick={onEdit}>
            Edit<span className="unseen">: {title}</span>
          </Button>
        ) : null}
      </div>
      {note ? <p className="small soft">{note}</p> : null}
      {lacking ? (
        <Notice kind="problem" title={`${title} cannot be dug`}>
          <p>{lacking}</p>
        </Notice>
      ) : null}
      {surface === null ? (
        <ItemTable lines={lines} />
      ) : groups.length > 0 ? (
        <TrenchTable lines={lines} />
      ) : null}
      {sources.length > 0 ? (
        <Disclosure
          className="small"
          summary={
            <>
              {sources.length === 1 ? '1 source' : `${sources.length} sources`}
              <span className="unseen">: {title}</span>
            </>
          }
        >
          <dl className="facts">
            {sources.map(({ of, source }) => (
              <div key={`${source.title} ${source.details}`}>
                <dt>{of}</dt>
                <dd>
                  <SourceLine source={source} />
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
      {surface !== null && methodsToAdd.length > 0 ? (
        <Disclosure
          className="small"
          summary={
            <>
              Add a method<span className="unseen">: {title}</span>
            </>
          }
        >
          <p>At assumed figures to start with, and not used until you say that it may be.</p>
          <div className="row">
            {methodsToAdd.map((method) => (
              <Button key={method} onClick={() => addMethod(context, card, { surface, method })}>
                Add {method}
                <span className="unseen"> to {title}</span>
              </Button>
            ))}
          </div>
        </Disclosure>
      ) : null}
    </section>
  );
}

/** Methods down, their three figures across. */
function TrenchTable({ lines: { section, groups } }: { readonly lines: RateSectionLines }) {
  return (
    <table className="rate-table trench-rates">
      <caption className="unseen">{section.title}: mid figure, range, and what is assumed</caption>
      <thead>
        <tr>
          <th scope="col">Method</th>
          <th scope="col">A metre</th>
          <th scope="col">Metres a day</th>
          <th scope="col">kg CO₂e a metre</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, title, off, lines }) => (
          <tr key={key} className={off ? 'is-off' : undefined}>
            <th scope="row">
              {title}
              {off ? <span className="rate-off">{off}</span> : null}
            </th>
            {lines.map((line) => (
              <td key={line.key}>
                <FigureCell line={line} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rates down: what each is for, and its figure. */
function ItemTable({ lines: { section, groups } }: { readonly lines: RateSectionLines }) {
  return (
    <table className="rate-table">
      <caption className="unseen">{section.title}: mid figure, range, and what is assumed</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">Rate</th>
          <th scope="col">Figure</th>
        </tr>
      </thead>
      <tbody>
        {groups.flatMap(({ key, title, off, lines }) =>
          lines.map((line) => (
            <tr key={`${key} ${line.key}`} className={off ? 'is-off' : undefined}>
              <th scope="row">
                {title ?? line.label}
                {title ? null : <span className="rate-meaning">{line.meaning}</span>}
              </th>
              <td>{off ? <span className="rate-off">{off}</span> : <FigureCell line={line} withUnit />}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function FigureCell({ line, withUnit = false }: { readonly line: RateLine; readonly withUnit?: boolean }) {
  return (
    <>
      <span className="number rate-figure">{withUnit ? line.value : line.number}</span>
      {line.range ? <span className="number rate-range">{line.range}</span> : null}
      {line.source ? null : <Badge kind="assumed">assumed</Badge>}
    </>
  );
}
