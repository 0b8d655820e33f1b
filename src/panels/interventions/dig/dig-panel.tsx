import { useEffect } from 'react';
import { importDig } from '../../../actions/import-dig.ts';
import { openDesign } from '../../../actions/set-interventions-view.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { OpenWritten } from '../hand-over/open-written.tsx';
import { DesignList } from './design-list.tsx';
import { DesignPanel } from './design-panel.tsx';
import { DigNeeds } from './dig-needs.tsx';
import { NextDigSection } from './next-dig-section.tsx';

/** Topic 'dig': which trench reaches the premises, what it costs, and what stands in its way. */
export function DigPanel() {
  const context = useApp();
  const designs = useProject(({ project }) => project.designs);
  const designId = useView(({ interventions }) => interventions.designId);
  const design = designs.find(({ id }) => id === designId);
  const isGone = designId !== null && design === undefined && designs.length > 0;
  // One that was undone or removed elsewhere is no longer open.
  useEffect(() => {
    if (isGone) openDesign(context, null);
  }, [context, isGone]);
  if (design) return <DesignPanel design={design} key={design.id} />;
  return (
    <>
      <DesignList designs={designs} />
      <DigNeeds>
        <NextDigSection />
      </DigNeeds>
      <section className="panel-section" aria-labelledby="open-design">
        <h2 id="open-design">A design from a file</h2>
        <OpenWritten thing="design" take={importDig} />
      </section>
    </>
  );
}
