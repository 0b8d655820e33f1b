import { exportComparison } from '../../actions/export-comparison.ts';
import { useApp } from '../app-provider.tsx';
import { DownloadSection } from '../download-section.tsx';

/** The comparison as a file, with the definition, the sources and their dates. */
export function CompareExport({ asOf }: { readonly asOf: string }) {
  const context = useApp();
  return (
    <DownloadSection says="Targets, authorities, wards, need and dates in one table; each line with its source, and the definition of a not-spot.">
      {({ button }) => (
        <div className="row">
          {button('Download the comparison (CSV)', () => exportComparison(context, asOf))}
        </div>
      )}
    </DownloadSection>
  );
}
