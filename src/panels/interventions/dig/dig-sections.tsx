import { Fragment } from 'react';
import { chooseStreet, hoverStreet } from '../../../actions/set-interventions-view.ts';
import type { BillOfQuantities } from '../../../domain/cost/bill.ts';
import type { DigResult } from '../../../domain/dig/dig-design.ts';
import type { DigGround } from '../../../domain/dig/dig-ground.ts';
import { MOST_DETOURS, QUICK_DETOURS } from '../../../stores/derived/detours-asked.ts';
import {
  costLines,
  costTotals,
  detourLines,
  missedGroups,
  quantityLines,
  quantityTotal,
} from '../../../stores/derived/dig-lines.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { ProportionBar } from '../../../ui/proportion-bar.tsx';
import { useApp } from '../../app-provider.tsx';
import { QuantityRows } from './quantity-rows.tsx';
import { WorksSection } from './works-section.tsx';

export interface DigSectionsProps {
  readonly result: DigResult;
  readonly bill: BillOfQuantities;
  readonly ground: DigGround | null;
}

/** What a design's cost is made of, whom it misses, what detours cost, and what is assumed or not known. */
export function DigSections({ result, bill, ground }: DigSectionsProps) {
  return (
    <>
      <Detours result={result} />
      <Missed result={result} />
      <Costs bill={bill} />
      <Quantities bill={bill} />
      <WorksSection bill={bill} />
      <Notes result={result} bill={bill} ground={ground} />
    </>
  );
}

function Detours({ result }: Pick<DigSectionsProps, 'result'>) {
  const context = useApp();
  const { dear, free, freeWords } = detourLines(result);
  if (dear.length + free.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="dig-detours">
      <h2 id="dig-detours">What going round costs</h2>
      <ul className="detour-list" onMouseLeave={() => hoverStreet(context, null)}>
        {dear.map(({ street, name, words }) => (
          <li key={street} onMouseEnter={() => hoverStreet(context, street)}>
            <p>{words}</p>
            <button type="button" className="link small" onClick={() => chooseStreet(context, street)}>
              Look at {name}
            </button>
          </li>
        ))}
      </ul>
      <p className="small soft">
        Only the closed streets nearest to the route are asked about,{' '}
        {result.isQuick ? QUICK_DETOURS : MOST_DETOURS} at most.
      </p>
      {free.length === 0 ? null : (
        <p className="small">
          {freeWords}:{' '}
          {free.map(({ street, name }, i) => (
            <Fragment key={street}>
              {i > 0 ? ', ' : ''}
              <button type="button" className="link" onClick={() => chooseStreet(context, street)}>
                {name}
              </button>
            </Fragment>
          ))}
          .
        </p>
      )}
    </section>
  );
}

function Missed({ result }: Pick<DigSectionsProps, 'result'>) {
  const groups = missedGroups(result);
  if (groups.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="dig-missed">
      <h2 id="dig-missed">Not served</h2>
      {groups.map(({ key, reason, title, words, number, places, more }) => (
        <div key={key} className="missed-group">
          <p>
            <strong className="number-wrap">{number}</strong>: {title}. {words}
          </p>
          <Disclosure className="small" summary={`List ${reason === 'no street near' ? 'them' : 'those'}`}>
            <ul className="missed-list">
              {places.map((place) => (
                <li key={place.key} className="anywhere">
                  <span className="number-wrap">{place.name}</span>
                  <span className="soft">, {place.detail}</span>
                </li>
              ))}
            </ul>
            {more > 0 ? (
              <p className="soft">
                and {more.toLocaleString('en-GB')} more: all of them are in the files that are handed over.
              </p>
            ) : null}
          </Disclosure>
        </div>
      ))}
    </section>
  );
}

function Costs({ bill }: Pick<DigSectionsProps, 'bill'>) {
  return (
    <section className="panel-section" aria-labelledby="dig-costs">
      <h2 id="dig-costs">What it costs, by part</h2>
      <table className="cost-table">
        <caption className="unseen">Cost by part, with its range</caption>
        <tbody>
          {costLines(bill).map(({ name, value, band, share }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <ProportionBar
                  height={6}
                  parts={[{ key: 'n', share, pattern: 'solid', token: '--tech-dig' }]}
                />
              </th>
              <td className="number">
                {value}
                {band ? <span className="small soft cost-band"> {band}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
        <Totals lines={costTotals(bill)} />
      </table>
      {bill.assumed.length > 0 ? (
        <Disclosure
          className="small"
          summary={
            <>
              <Badge kind="assumed">assumed</Badge> {bill.assumed.length}{' '}
              {bill.assumed.length === 1 ? 'rate' : 'rates'}
            </>
          }
        >
          <ul>
            {bill.assumed.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

function Totals({ lines }: { readonly lines: ReturnType<typeof costTotals> }) {
  return (
    <tfoot>
      {lines.map(({ name, value, band }) => (
        <tr key={name}>
          <th scope="row">
            <strong>{name}</strong>
          </th>
          <td className="number">
            <strong>{value}</strong>
            {band ? <span className="small soft cost-band"> {band}</span> : null}
          </td>
        </tr>
      ))}
    </tfoot>
  );
}

function Quantities({ bill }: Pick<DigSectionsProps, 'bill'>) {
  return (
    <section className="panel-section" aria-labelledby="dig-bill">
      <h2 id="dig-bill">Bill of quantities</h2>
      <table className="cost-table">
        <caption className="unseen">Metres by surface and method, and crossings, with their cost</caption>
        <QuantityRows
          lines={quantityLines(bill).map(({ quantity, ...line }) => ({ ...line, below: quantity }))}
        />
        <Totals lines={[quantityTotal(bill)]} />
      </table>
    </section>
  );
}

function Notes({ result, ground }: DigSectionsProps) {
  const report = ground?.report;
  return (
    <section className="panel-section" aria-labelledby="dig-notes">
      <h2 id="dig-notes">Assumed, and not known</h2>
      {result.notes.length > 0 ? (
        <ul className="notes small">
          {result.notes.map((note) => (
            <li key={note} className="anywhere">
              {note}
            </li>
          ))}
        </ul>
      ) : null}
      {report ? (
        <Disclosure className="small" summary="What was found in the streets">
          <ul className="notes">
            {[...report.notKnown, ...report.assumed].map((line) => (
              <li key={line} className="anywhere">
                {line}
              </li>
            ))}
            {report.findings.map(({ code, text }) => (
              <li key={code + text} className="anywhere">
                {text}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}
