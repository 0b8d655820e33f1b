import { useState } from 'react';
import { compareAreas, comparedOn } from '../../actions/compare-areas.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useAnalysis, useApp } from '../app-provider.tsx';
import { AuthoritiesSection } from './authorities-section.tsx';
import { AuthorityChoice } from './authority-choice.tsx';
import { CompareExport } from './compare-export.tsx';
import { NeedSection } from './need-section.tsx';
import { TargetsSection } from './targets-section.tsx';
import { TrendSection } from './trend-section.tsx';
import { useComparison } from './use-comparison.ts';
import { WardsSection } from './wards-section.tsx';
import './compare.css';

/** Topic 'compare': the authority against targets and others, its wards against each other, need, and time. */
export function ComparePanel() {
  const context = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const { answer, isTrue, step, working, problem, cancelled, cancel } = useComparison();
  const [asOf] = useState(comparedOn);
  if (!analysis) return null;
  // Need is ranked by ward number: an earlier answer may be of other wards.
  const now = isTrue ? answer : null;
  // Where a table of need is loaded, what it changes stands first.
  const hasNeed = answer?.needColumns.some(({ problem }) => problem === null) ?? false;
  return (
    <div className="compare" aria-busy={working}>
      <section className="headline" aria-labelledby="compare-title">
        <h2 id="compare-title">Compare</h2>
        {answer ? <AuthorityChoice comparison={answer} /> : null}
        {working ? (
          <ProgressBar
            what={step?.what ?? 'Comparing'}
            fraction={step?.fraction ?? null}
            {...(cancel ? { onCancel: cancel } : {})}
          />
        ) : null}
        {problem ? (
          <Notice kind="problem" title="The areas could not be compared.">
            <p className="small anywhere">{problem}</p>
          </Notice>
        ) : null}
        {cancelled ? <Notice title="Cancelled. What is shown may be of an earlier count." /> : null}
        {(cancelled || problem) && !working ? (
          <Button onClick={() => void compareAreas(context)}>Compare again</Button>
        ) : null}
        {answer && !isTrue && !working && !cancelled && !problem ? (
          <p className="small soft">Being compared anew …</p>
        ) : null}
      </section>
      {answer ? (
        <div className={isTrue ? undefined : 'compare-earlier'} aria-busy={!isTrue}>
          {isTrue ? null : (
            <p className="small panel-section">
              <Badge>earlier</Badge> What stands below is of the count before.
            </p>
          )}
          {hasNeed ? <NeedSection analysis={analysis} comparison={now ?? answer} isTrue={isTrue} /> : null}
          <TargetsSection comparison={answer} asOf={asOf} />
          <AuthoritiesSection comparison={answer} />
          <WardsSection analysis={analysis} comparison={now} />
          {hasNeed ? null : <NeedSection analysis={analysis} comparison={answer} isTrue={isTrue} />}
          <TrendSection comparison={answer} wardCodes={analysis.wardCodes} />
          {isTrue ? <CompareExport asOf={asOf} /> : null}
        </div>
      ) : (
        <WardsSection analysis={analysis} comparison={null} />
      )}
    </div>
  );
}
