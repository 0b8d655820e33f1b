import { exportBeforeAfter } from '../../actions/export-before-after.ts';
import { useApp } from '../app-provider.tsx';
import { DownloadSection } from '../download-section.tsx';

/** The table of differences as a file. */
export function SidesExport() {
  const context = useApp();
  return (
    <DownloadSection says="The file carries both definitions, the sources and the date.">
      {({ button }) => (
        <div className="row">{button('Download the difference (CSV)', () => exportBeforeAfter(context))}</div>
      )}
    </DownloadSection>
  );
}
