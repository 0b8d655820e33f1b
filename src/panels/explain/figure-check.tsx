import { useState } from 'react';
import type { BruteForceCheck } from '../../domain/not-spots/brute-force.ts';
import { checkedText, type ExplanationText } from '../../stores/derived/explanation-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAnalysis } from '../app-provider.tsx';
import { BruteForceCheckPanel } from '../not-spots/brute-force-check-panel.tsx';

export interface FigureCheckProps {
  readonly text: ExplanationText;
}

/** The check by brute force, and what it says of this one figure. */
export function FigureCheck({ text }: FigureCheckProps) {
  const analysis = useAnalysis((state) => state.analysis);
  const [check, setCheck] = useState<BruteForceCheck | null>(null);
  const own = check && analysis && text.checks ? checkedText(text.checks, check, analysis, text) : null;
  return (
    <>
      <BruteForceCheckPanel onDone={setCheck} />
      {own ? <Notice kind={own.agrees ? 'done' : 'problem'}>{own.text}</Notice> : null}
      {check && !own ? (
        <p className="small soft">
          The walk counts wards, coverage areas and not-spots; this figure is made of those.
        </p>
      ) : null}
    </>
  );
}
