import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { shownResult } from '../../../actions/find-design.ts';
import { dropOvertakenDig, refineDig } from '../../../actions/run-dig.ts';
import type { DigDesign, DigResult } from '../../../domain/dig/dig-design.ts';
import { useApp } from '../../app-provider.tsx';

/** How working a design out stands. */
export interface DigRun {
  readonly status: 'idle' | 'working' | 'failed' | 'cancelled';
  readonly step: { readonly what: string; readonly fraction: number | null } | null;
  readonly problem: string | null;
  readonly problemName: string | undefined;
  readonly cancel: (() => void) | null;
  /** What is shown: its result, or the last before its question changed; null: none yet. */
  readonly shown: { readonly result: DigResult; readonly isEarlier: boolean } | null;
}

/** Follows the work on a design; a quick answer that stands alone is refined once, unless something was ended or failed before. */
export function useDigRun(design: DigDesign): DigRun {
  const context = useApp();
  const { run, earlier } = useStore(context.digs);
  const study = useStore(context.studies.dig);
  const { id, question, result } = design;
  // biome-ignore lint/correctness/useExhaustiveDependencies: undo may lead to another question.
  useEffect(() => dropOvertakenDig(context), [context, question]);
  const isFree = study.status === 'idle' || study.status === 'ready';
  const tried = useRef<DigResult | null>(null);
  useEffect(() => {
    if (!isFree || !result?.isQuick || tried.current === result) return;
    tried.current = result;
    void refineDig(context, id);
  }, [context, id, isFree, result]);
  const isMine = run?.designId === id && run.question === question;
  return {
    status: isMine && study.status !== 'ready' ? study.status : 'idle',
    step: isMine ? study.step : null,
    problem: isMine ? study.problem : null,
    problemName: isMine ? study.problemName : undefined,
    cancel: isMine ? study.cancel : null,
    shown: earlier || result ? shownResult(context, design) : null,
  };
}
