import { exportAreas } from '../../actions/export-areas.ts';
import { useApp } from '../app-provider.tsx';
import { DownloadSection } from '../download-section.tsx';

/** Downloads of the areas. */
export function AreaExport({
  canDraw,
}: {
  /** Whether the not-spots have shapes. */ readonly canDraw: boolean;
}) {
  const context = useApp();
  return (
    <DownloadSection says="Each file carries the definition, the sources and their dates.">
      {({ button }) => (
        <>
          <div className="row">
            {button('Download areas by ward (CSV)', () => exportAreas(context, 'csv'))}
          </div>
          {canDraw ? (
            <div className="row">
              {button('Download not-spot areas (GeoJSON)', () => exportAreas(context, 'geojson'))}
            </div>
          ) : null}
        </>
      )}
    </DownloadSection>
  );
}
