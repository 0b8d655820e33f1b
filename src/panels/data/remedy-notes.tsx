import { useState } from 'react';
import { setLiveList } from '../../actions/set-role.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAnalysis, useApp } from '../app-provider.tsx';

/** What the count has to say of a file that a person can settle in one step. */
export function RemedyNotes({ dataset }: { readonly dataset: DatasetRecord }) {
  const context = useApp();
  const notes = useAnalysis((state) => state.analysis?.notes);
  const [problem, setProblem] = useState('');
  const own = (notes ?? []).filter((note) => note.remedy?.contentId === dataset.contentId);
  return own.map((note) => (
    <Notice key={note.text} kind="warning" title={note.text}>
      {note.examples && note.examples.length > 0 ? (
        <p className="small anywhere">For example {note.examples.join(', ')}.</p>
      ) : null}
      {note.remedy ? (
        <Button
          onClick={() => {
            const liveList = note.remedy?.liveList ?? null;
            setLiveList(context, dataset.contentId, liveList).then(
              () => setProblem(''),
              (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
            );
          }}
        >
          {note.remedy.label}
        </Button>
      ) : null}
      {problem ? <p className="field-error">{problem}</p> : null}
    </Notice>
  ));
}
