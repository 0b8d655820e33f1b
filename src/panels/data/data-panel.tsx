import type { ReactNode } from 'react';
import { attributionsOf } from '../../stores/derived/file-lines.ts';
import { useProject } from '../app-provider.tsx';
import { ReleasesSection } from '../releases/releases-section.tsx';
import { BasemapSection } from './basemap-section.tsx';
import { DemoButton } from './demo-button.tsx';
import { DroppableFiles } from './droppable-files.tsx';
import { FileList } from './file-list.tsx';
import { ImportReport } from './import-report.tsx';
import { QualitySection } from './quality-section.tsx';
import { TemplateList } from './template-list.tsx';

/** What is loaded, what became of it, and ways to put guesses right. */
export function DataPanel({ dropZone }: { readonly dropZone: ReactNode }) {
  const attributions = useProject((state) => attributionsOf(state.project).join('\n'));
  return (
    <>
      <section className="panel-section" aria-label="Add files">
        {dropZone}
        <p className="small soft">
          You can also paste rows copied from a spreadsheet. Files are read in this browser and go nowhere
          else.
        </p>
        <DroppableFiles />
        <TemplateList />
      </section>
      <ImportReport />
      <FileList />
      <QualitySection />
      <ReleasesSection />
      {attributions ? (
        <section className="panel-section" aria-labelledby="attributions-title">
          <h2 id="attributions-title">Attribution</h2>
          <p className="small soft">
            The licences of these files ask for these words wherever they are shown.
          </p>
          <ul className="plain-list small">
            {attributions.split('\n').map((attribution) => (
              <li key={attribution} className="anywhere">
                {attribution}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <BasemapSection />
      <section className="panel-section" aria-labelledby="demo-title">
        <h2 id="demo-title">Demo borough</h2>
        <p>A fictional English borough, made up for trying things out. Real and fictional files never mix.</p>
        <DemoButton />
      </section>
    </>
  );
}
