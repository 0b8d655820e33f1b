import { useId, useState } from 'react';
import { EXPORT_FORMATS, exportNotSpots } from '../../actions/export-not-spots.ts';
import { exportWardsCsv } from '../../actions/export-wards-csv.ts';
import { useApp } from '../app-provider.tsx';
import { DownloadSection } from '../download-section.tsx';

/** Downloads of what is on show; each carries the definition, the sources and the date. */
export function ExportButtons() {
  const context = useApp();
  const ids = useId();
  const [asked, setAsked] = useState(EXPORT_FORMATS[0]);
  return (
    <DownloadSection says="Each file carries the definition, the sources and their dates.">
      {({ button }) => (
        <>
          <div className="row">{button('Download ward counts (CSV)', () => exportWardsCsv(context))}</div>
          <div className="row">
            <label htmlFor={`${ids}format`}>Export not-spots as</label>
            <select
              id={`${ids}format`}
              className="control"
              aria-describedby={`${ids}says`}
              value={asked.format}
              onChange={(event) =>
                setAsked(EXPORT_FORMATS.find(({ format }) => format === event.target.value) ?? asked)
              }
            >
              {EXPORT_FORMATS.map(({ format, label }) => (
                <option key={format} value={format}>
                  {label}
                </option>
              ))}
            </select>
            {button('Download not-spots', () => exportNotSpots(context, asked))}
          </div>
          <p id={`${ids}says`} className="small soft">
            {asked.says}
          </p>
        </>
      )}
    </DownloadSection>
  );
}
