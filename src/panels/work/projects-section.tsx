import { useState } from 'react';
import { useStore } from 'zustand';
import { startAfresh } from '../../actions/kept-projects.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';
import { ProjectLine } from './project-line.tsx';

/** The projects kept in this browser. */
export function ProjectsSection() {
  const context = useApp();
  const listed = useStore(context.keep, (state) => state.projects);
  const refused = useStore(context.keep, (state) => state.refused);
  // What is wrong with a project may show only when it is opened.
  const projects =
    listed?.map((one) => (one.id === refused?.id && one.state === 'whole' ? refused : one)) ?? null;
  const [problem, setProblem] = useState<string | null>(null);
  const isUnsaved = useStore(context.keep, (state) => state.failing !== null);
  const isNotWanted = useStore(context.keep, (state) => state.trouble === 'not-wanted');
  const isOff = useStore(context.keep, (state) => state.status === 'off');
  return (
    <section
      className="panel-section stack"
      id="work-projects"
      aria-labelledby="work-projects-title"
      tabIndex={-1}
    >
      <h3 id="work-projects-title">Projects in this browser</h3>
      {isOff ? (
        <p>
          {isNotWanted
            ? 'Projects kept here before are untouched. They are listed again once this browser may keep work.'
            : 'The projects kept in this browser cannot be listed now.'}
        </p>
      ) : projects === null ? (
        <p className="soft">Looking …</p>
      ) : projects.length === 0 ? (
        <p>
          No saved work found in this browser. If you have it in a file, open your file. The demo borough is
          kept once you change something in it.
        </p>
      ) : (
        <ul className="work-projects">
          {projects.map((project) => (
            <ProjectLine key={project.id} project={project} />
          ))}
        </ul>
      )}
      {isOff ? null : (
        <>
          <Button onClick={() => void startAfresh(context).then(setProblem)}>Start a new project</Button>
          {problem && isUnsaved ? (
            <Notice kind="problem" title="No new project was started" onDismiss={() => setProblem(null)}>
              <p>{problem}</p>
            </Notice>
          ) : null}
          <p className="small soft">
            Opens the demo borough; drop your own files on it.{' '}
            {isUnsaved ? 'What is on show must be saved first.' : 'What is on show stays kept.'}
          </p>
        </>
      )}
    </section>
  );
}
