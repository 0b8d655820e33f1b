import { lazy, type ReactNode, Suspense } from 'react';
import { missingData } from '../../stores/derived/missing-data.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useAnalysis, useProject } from '../app-provider.tsx';
import { DemoButton } from '../data/demo-button.tsx';

const MissingFiles = lazy(async () => {
  const { MissingFiles } = await import('./missing-files.tsx');
  return { default: MissingFiles };
});

/** What stands where the headline will be: work under way, what failed, or what to drop in next. */
export function CountingState({ dropZone }: { readonly dropZone: ReactNode }) {
  const { status, step, problem } = useAnalysis((state) => state);
  const project = useProject((state) => state.project);
  if (status === 'working') {
    return (
      <section className="headline headline-waiting" aria-busy="true" aria-label="Counting">
        <div className="skeleton skeleton-number" />
        <div className="skeleton skeleton-line" />
        <div className="skeleton skeleton-line skeleton-short" />
        <ProgressBar what={step?.what ?? 'Counting'} fraction={step?.fraction ?? null} />
      </section>
    );
  }
  if (status === 'failed' && problem?.missing) {
    return (
      <Suspense fallback={<section className="headline" aria-busy="true" />}>
        <MissingFiles missing={problem.missing} dropZone={dropZone} />
      </Suspense>
    );
  }
  if (status === 'failed') {
    return (
      <section className="headline">
        <Notice kind="problem" title="Nothing could be counted">
          <p className="anywhere">{problem?.message}</p>
        </Notice>
        {project.datasets.length === 0 ? (
          <>
            <DemoButton />
            {dropZone}
          </>
        ) : null}
      </section>
    );
  }
  const missing = missingData(project);
  return (
    <section className="headline" aria-labelledby="missing-title">
      <h2 id="missing-title" className="missing-title">
        {missing.title}
      </h2>
      <p>{missing.remedy}</p>
      {dropZone}
    </section>
  );
}
