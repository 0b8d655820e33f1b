import { useState } from 'react';
import { useStore } from 'zustand';
import { blockStreet, forceStreet } from '../../../actions/edit-street.ts';
import { openedDesign, shownResult } from '../../../actions/find-design.ts';
import { shownGround } from '../../../actions/find-dig-ground.ts';
import { chooseStreet, hoverStreet } from '../../../actions/set-interventions-view.ts';
import { digBill, ratesInForce } from '../../../stores/derived/dig-bill.ts';
import { digStreetTable } from '../../../stores/derived/dig-street-table.ts';
import { type DigStreet, digStreets } from '../../../stores/derived/dig-streets.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { usePrinting } from '../../../ui/use-printing.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';

/** The streets of the design that is open, linked both ways with the map: what is dug in each, and its restrictions. */
export function DigTablePanel() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const { streetId, hoveredStreet } = useView((state) => state.interventions);
  useStore(context.digs);
  useStore(context.studies['dig-ground']);
  const [sort, setSort] = useState({ column: 'cost', descending: true });
  const isPrinting = usePrinting();
  const design = openedDesign(context);
  if (!design) return <p className="table-empty">Streets are listed here once a dig is open.</p>;
  const shown = shownResult(context, design);
  const bill = shown && digBill(design.question, shown.result, ratesInForce(project));
  const streets = digStreets(design.question, shown?.result ?? null, bill, shownGround(context));
  if (streets.length === 0)
    return <p className="table-empty">Streets are listed here once the route is found.</p>;
  const { worksFrom } = design.question;
  const table = digStreetTable(streets, bill, worksFrom, sort);
  const [first, ...others] = table.columns;
  const columns = isPrinting ? table.columns : [first, CHANGE, ...others];
  return (
    <div className="ward-table dig-table" aria-busy={shown?.isEarlier ?? false}>
      <DataTable
        caption="Streets of the dig"
        columns={columns}
        rows={table.lines}
        foot={table.foot}
        rowKey={({ id }) => id}
        cell={(street, column) =>
          isFoot(street) && !IN_FOOT.has(column) ? null : column === CHANGE.key ? (
            <StreetButtons designId={design.id} street={street} />
          ) : (
            table.cell(street, column)
          )
        }
        sort={sort}
        onSort={(column) =>
          setSort({ column, descending: column === sort.column ? !sort.descending : column !== 'street' })
        }
        selected={streetId}
        hovered={hoveredStreet}
        onSelect={(id) => chooseStreet(context, id === streetId ? null : id)}
        onHover={(id) => hoverStreet(context, id)}
        cellHint="Right arrow leads to its buttons."
      />
    </div>
  );
}

/** Lines at the foot are no streets: nothing is decided of them. */
function isFoot({ id }: DigStreet): boolean {
  return id.startsWith('foot:');
}

const IN_FOOT = new Set(['street', 'metres', 'cost', 'run', 'days']);

const CHANGE = {
  key: 'change',
  header: 'Decide',
  meaning: 'Block it, or have it dug in any case',
  width: '8.5rem',
};

function StreetButtons({ designId, street }: { readonly designId: string; readonly street: DigStreet }) {
  const context = useApp();
  const isBlocked = street.state === 'blocked';
  const isForced = street.state === 'forced';
  return (
    <span className="street-buttons">
      <Button
        kind="quiet"
        tabIndex={-1}
        aria-label={`${isBlocked ? 'Unblock' : 'Block'} ${street.name}`}
        aria-pressed={isBlocked}
        onClick={(event) => {
          event.stopPropagation();
          blockStreet(context, designId, street, !isBlocked);
        }}
      >
        {isBlocked ? 'Unblock' : 'Block'}
      </Button>
      <Button
        kind="quiet"
        tabIndex={-1}
        aria-label={`${isForced ? 'Leave' : 'Force'} ${street.name}`}
        aria-pressed={isForced}
        onClick={(event) => {
          event.stopPropagation();
          forceStreet(context, designId, street, !isForced);
        }}
      >
        {isForced ? 'Leave' : 'Force'}
      </Button>
    </span>
  );
}
