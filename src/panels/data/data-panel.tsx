import type { ReactNode } from 'react';
import { fileLines } from '../../stores/derived/file-lines.ts';
import { useProject } from '../app-provider.tsx';
import { DemoButton } from './demo-button.tsx';
import { FileItem } from './file-item.tsx';
import { ImportReport } from './import-report.tsx';

/** What is loaded, what became of it, and ways to put guesses right. */
export function DataPanel({ dropZone }: { readonly dropZone: ReactNode }) {
  const project = useProject((state) => state.project);
  const files = fileLines(project);
  return (
    <>
      <section className="panel-section">
        {dropZone}
        <p className="small soft">Files are read in this browser and go nowhere else.</p>
      </section>
      <ImportReport />
      <section className="panel-section" aria-labelledby="files-title">
        <h2 id="files-title">Loaded files</h2>
        {files.length === 0 ? (
          <p>No file is loaded. Drop in wards, premises and coverage, all at once if you like.</p>
        ) : null}
        <ul className="files">
          {files.map((dataset) => (
            <FileItem
              key={dataset.contentId}
              dataset={dataset}
              layers={project.layers.filter((layer) => layer.contentId === dataset.contentId)}
            />
          ))}
        </ul>
      </section>
      <section className="panel-section" aria-labelledby="demo-title">
        <h2 id="demo-title">Demo borough</h2>
        <p>A fictional English borough, made up for trying things out. Real and fictional files never mix.</p>
        <DemoButton />
      </section>
    </>
  );
}
