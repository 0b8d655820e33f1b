import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useAnalysis, useApp, useImports, useProject, useView } from '../panels/app-provider.tsx';
import { headlineOf } from '../stores/derived/headline-of.ts';
import { importText } from '../stores/derived/import-text.ts';
import { marksCount } from '../stores/derived/marks-shown.ts';
import { wardView } from '../stores/derived/ward-view.ts';

/** Says aloud what changed on the screen, once it has settled: the headline, the ward opened, files added. */
export function LiveRegion() {
  const analysis = useAnalysis((state) => state.analysis);
  const project = useProject((state) => state.project);
  const wardCode = useView((state) => state.wardCode);
  const imported = useImports((state) => importText(state)?.title ?? '');
  const headline = analysis ? headlineOf(analysis, project) : null;
  const ward = analysis && wardCode ? wardView(analysis, project, wardCode) : null;
  const words = ward
    ? `${ward.name}: ${ward.notSpots.value} ${ward.notSpots.of} ${ward.what}.`
    : headline
      ? `${headline.number} ${headline.rest} ${headline.notKnown}`
      : '';
  const said = useSettled(words);
  const saidOfFiles = useSettled(imported);
  const marked = useStore(useApp().marks, ({ title, marks }) =>
    title ? `${title}: ${marksCount(marks)}.` : '',
  );
  const saidOfMarks = useSettled(marked);
  return (
    <div className="unseen" role="status" aria-live="polite">
      <p>{said}</p>
      <p>{saidOfFiles}</p>
      <p>{saidOfMarks}</p>
    </div>
  );
}

function useSettled(words: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

const QUIET_MILLISECONDS = 700;
