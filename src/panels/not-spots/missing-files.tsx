import type { ReactNode } from 'react';
import type { AnalysisState } from '../../stores/analysis-store.ts';
import '../work/work.css';

export interface MissingFilesProps {
  readonly missing: NonNullable<NonNullable<AnalysisState['problem']>['missing']>;
  readonly dropZone: ReactNode;
}

/** What stands where the headline will be while data that the project is made of is not in this browser. */
export function MissingFiles({ missing, dropZone }: MissingFilesProps) {
  return (
    <section className="headline" aria-labelledby="missing-title">
      <h2 id="missing-title" className="missing-title">
        {missing.length === 1 ? 'One file is needed to count' : `${missing.length} files are needed to count`}
      </h2>
      <p>The project is here, with its definitions and layers. This browser does not hold the data of:</p>
      <ul className="bullets">
        {missing.map(({ fileName, rows }) => (
          <li key={fileName} className="anywhere">
            {fileName} ({rows.toLocaleString('en-GB')} {rows === 1 ? 'row' : 'rows'})
          </li>
        ))}
      </ul>
      <p>
        Drop the same files to see the same numbers. A file with other data is not taken in their place, and
        what differs is said.
      </p>
      {dropZone}
      <p className="small soft">To count without a file, forget it on the Data page.</p>
    </section>
  );
}
