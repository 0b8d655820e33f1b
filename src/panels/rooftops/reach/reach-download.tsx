import { exportReach } from '../../../actions/export-reach.ts';
import { useApp } from '../../app-provider.tsx';
import { DownloadSection } from '../../download-section.tsx';

/** Downloads of the premises in reach. */
export function ReachDownload() {
  const context = useApp();
  return (
    <DownloadSection says="Every premises within the radius with its quality, reason, clearance, rate and the mast it needs. Each file carries the radio, what was reckoned with, the sources and their dates.">
      {({ button }) => (
        <div className="row">
          {button('Download premises (CSV)', () => exportReach(context, 'csv'))}
          {button('Download premises (GeoJSON)', () => exportReach(context, 'geojson'))}
        </div>
      )}
    </DownloadSection>
  );
}
