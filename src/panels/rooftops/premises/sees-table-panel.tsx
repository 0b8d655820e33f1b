import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { hoverSite } from '../../../actions/set-rooftops-view.ts';
import { showLinkTo } from '../../../actions/show-link-to.ts';
import { type SeenLine, seesLines } from '../../../stores/derived/sees-lines.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useApp, useView } from '../../app-provider.tsx';

/** Every site as the chosen premises sees it; one that is opened shows the link. */
export function SeesTablePanel() {
  const context = useApp();
  const { answer, status } = useStore(context.studies.sees);
  const hovered = useView(({ rooftops }) => rooftops.hoveredSite);
  const [isTurned, setTurned] = useState(false);
  const lines = useMemo(() => {
    const best = answer ? seesLines(answer) : [];
    return isTurned ? [...best].reverse() : best;
  }, [answer, isTurned]);
  if (!answer || (status !== 'ready' && status !== 'working'))
    return <p className="table-empty">Sites are listed here once a premises is chosen.</p>;
  return (
    <div className="ward-table" aria-busy={status === 'working'}>
      <DataTable
        caption="What the premises sees"
        columns={COLUMNS}
        rows={lines}
        foot={[]}
        rowKey={(line) => line.siteId}
        cell={(line, column) => line[column as keyof SeenLine] as string}
        sort={{ column: 'quality', descending: isTurned }}
        onSort={() => setTurned(!isTurned)}
        selected={null}
        hovered={hovered}
        onSelect={(siteId) => showLinkTo(context, siteId, answer)}
        onHover={(siteId) => hoverSite(context, siteId)}
      />
    </div>
  );
}

const COLUMNS = [
  { key: 'name', header: 'Site', width: 'var(--name-column)' },
  { key: 'quality', header: 'Quality', meaning: 'From best to worst', sortable: true, width: '8rem' },
  { key: 'distance', header: 'Distance', numeric: true, width: '7rem' },
  { key: 'clearance', header: 'Clearance', width: '22rem' },
  { key: 'rate', header: 'Rate', width: '15rem' },
  { key: 'place', header: 'Best from', width: '15rem' },
  { key: 'fix', header: 'What would fix it', width: '26rem' },
];
