import { exportClusters } from '../../actions/export-clusters.ts';
import { useApp } from '../app-provider.tsx';
import { DownloadSection } from '../download-section.tsx';

export interface ClusterDownloadProps {
  /** The cluster whose premises are downloaded; null: all clusters as lines or shapes. */
  readonly cluster: { readonly id: string; readonly name: string } | null;
}

/** Downloads with definition, sources and date. */
export function ClusterDownload({ cluster }: ClusterDownloadProps) {
  const context = useApp();
  const what = cluster ? 'premises' : 'clusters';
  const of = cluster ? 'Every not-spot of this cluster.' : 'Every cluster with its counts and outline.';
  return (
    <DownloadSection says={`${of} Each file carries the definition, the sources and their dates.`}>
      {({ button }) => (
        <div className="row">
          {button(`Download ${what} (CSV)`, () => exportClusters(context, { format: 'csv', cluster }))}
          {button(`Download ${what} (GeoJSON)`, () =>
            exportClusters(context, { format: 'geojson', cluster }),
          )}
        </div>
      )}
    </DownloadSection>
  );
}
