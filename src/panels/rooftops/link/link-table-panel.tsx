import './link.css';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { hoverLink } from '../../../actions/set-rooftops-view.ts';
import type { LinkAnswer } from '../../../domain/radio/one-link.ts';
import { linkQuality } from '../../../stores/derived/link-quality.ts';
import { distanceText } from '../../../stores/derived/link-text.ts';
import { linkChart, linkCursor, profileRows } from '../../../stores/derived/link-view.ts';
import { LINK_LOOKS } from '../../../stores/derived/rooftop-looks.ts';
import { ProfileChart } from '../../../ui/charts/profile-chart.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useApp, useView } from '../../app-provider.tsx';
import { ProfileTable } from './profile-table.tsx';

/** Below the map: the link from the side, with a cursor that the map shows too; or the same as a table. */
export function LinkTablePanel() {
  const context = useApp();
  const { answer, status } = useStore(context.studies.link);
  const { from, to } = useView(({ rooftops }) => rooftops.link);
  if (!answer || !from || !to || !linkChart(answer))
    return (
      <p className="table-empty">
        {status === 'working'
          ? 'Reckoning the link …'
          : 'The profile is drawn here once the link has two ends.'}
      </p>
    );
  return <LinkProfile answer={answer} isWorking={status === 'working'} />;
}

function LinkProfile({ answer, isWorking }: { readonly answer: LinkAnswer; readonly isWorking: boolean }) {
  const context = useApp();
  const [shows, setShows] = useState<'chart' | 'table'>('chart');
  const hovered = useView(({ rooftops }) => rooftops.hoveredMetres);
  const point = useCallback((metres: number | null) => hoverLink(context, metres), [context]);
  const chart = linkChart(answer);
  const cursor = linkCursor(answer, hovered);
  if (!chart) return null;
  return (
    <div className="link-profile" aria-busy={isWorking}>
      <div className="link-profile-head">
        <Segmented legend="Show the link as" options={WAYS} value={shows} onChange={setShows} />
        <p className="small" aria-live="polite">
          {cursor?.words ?? HINT}
        </p>
      </div>
      {shows === 'chart' ? (
        <ProfileChart
          caption={`The link from ${answer.from.name} to ${answer.to.name}, from the side`}
          drawing={chart.drawing}
          ends={[answer.from.name, answer.to.name]}
          look={LINK_LOOKS[linkQuality(answer)]}
          worst={chart.worst}
          cursor={cursor?.mark ?? null}
          cursorText={cursor?.distance ?? 'no place chosen'}
          onCursor={point}
          distanceText={distanceText}
          heightText={(height) => `${height} m`}
          words={chart.words}
        />
      ) : null}
      <div className={shows === 'table' ? 'link-rows' : 'link-rows print-only'}>
        <ProfileTable
          rows={profileRows(answer)}
          hovered={shows === 'table' ? hovered : null}
          onHover={point}
        />
      </div>
    </div>
  );
}

const WAYS = [
  { value: 'chart', label: 'Profile' },
  { value: 'table', label: 'Table' },
] as const;

const HINT =
  'Point at the profile, or walk along it with the arrow keys, to read distance, heights and clearance.';
