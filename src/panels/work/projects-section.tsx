import { useStore } from 'zustand';
import { startAfresh } from '../../actions/kept-projects.ts';
import { Button } from '../../ui/button.tsx';
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
        <p>The projects kept in this browser cannot be listed now.</p>
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
          <Button onClick={() => void startAfresh(context)}>Start a new project</Button>
          <p className="small soft">
            Opens the demo borough; drop your own files on it. What is on show stays kept.
          </p>
        </>
      )}
    </section>
  );
}
