import { useEffect } from 'react';
import { useStore } from 'zustand';
import { lookWhetherPromised } from '../../actions/ask-to-keep.ts';
import { listProjects } from '../../actions/kept-projects.ts';
import { workHeadline } from '../../stores/derived/work-text.ts';
import { useApp } from '../app-provider.tsx';
import { CopiesSection } from './copies-section.tsx';
import { DeleteSection } from './delete-section.tsx';
import { FileSection } from './file-section.tsx';
import { KeepingSection } from './keeping-section.tsx';
import { ProjectsSection } from './projects-section.tsx';
import { ShareSection } from './share-section.tsx';
import { StepsSection } from './steps-section.tsx';
import './work.css';

/** The page “Your work”: whether and where it is kept, the projects, the steps, and how all of it is deleted. */
export function WorkPanel() {
  const context = useApp();
  const state = useStore(context.keep);
  const { title, more } = workHeadline(state);
  const { status } = state;
  useEffect(() => {
    void lookWhetherPromised(context);
  }, [context]);
  useEffect(() => {
    // The list tells what is on the disk: it is read again after every save, and where one failed too: it may make room.
    if (status !== 'saving' && status !== 'off') void listProjects(context);
  }, [context, status]);
  return (
    <>
      <section className="headline" aria-labelledby="work-title">
        <h2 className="headline-text" id="work-title">
          {title}
        </h2>
        <p>{more}</p>
      </section>
      <FileSection />
      <ShareSection />
      {state.copies && (state.trouble === 'unreadable' || state.copies.length > 0) ? (
        <CopiesSection copies={state.copies} />
      ) : null}
      <ProjectsSection />
      <StepsSection />
      {state.trouble === 'unavailable' || state.trouble === 'insecure' ? null : <KeepingSection />}
      <DeleteSection />
    </>
  );
}
