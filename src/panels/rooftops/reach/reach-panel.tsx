import '../rooftops.css';
import { useEffect } from 'react';
import { findReach } from '../../../actions/find-reach.ts';
import { chooseSite, setReachRadius } from '../../../actions/set-rooftops-view.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { LinkNeeds } from '../link-needs.tsx';
import { SiteSelect } from '../site-select.tsx';
import { SitesNeeded } from '../sites-needed.tsx';
import { MastControl } from './mast-control.tsx';
import { ReachDownload } from './reach-download.tsx';
import { ReachHeadline } from './reach-headline.tsx';
import { ReachLegend } from './reach-legend.tsx';
import { useReach } from './use-reach.ts';

/** Topic 'reach': which premises a roof serves, how well, and what a mast would add. */
export function ReachPanel() {
  const sites = useProject(({ project }) => project.sites);
  if (sites.length === 0) return <SitesNeeded />;
  return (
    <LinkNeeds withPremises>
      <Reach />
    </LinkNeeds>
  );
}

function Reach() {
  const context = useApp();
  const { answer, isCurrent, ...state } = useReach();
  const sites = useProject(({ project }) => project.sites);
  const siteId = useView(({ rooftops }) => rooftops.siteId);
  const isChosen = sites.some(({ id }) => id === siteId);
  // Where there is one, it is meant.
  const only = sites.length === 1 ? sites[0].id : null;
  useEffect(() => {
    if (only !== null) chooseSite(context, only);
  }, [context, only]);
  const shown = state.status === 'ready' || state.status === 'working' ? answer : null;
  return (
    <>
      <ReachControls />
      {isChosen ? (
        <ReachState state={state} hasAnswer={shown !== null} isCurrent={isCurrent} />
      ) : (
        <p className="headline">Choose a site to see which premises it would serve.</p>
      )}
      {isChosen && shown ? (
        <div className={isCurrent ? undefined : 'reach-earlier'}>
          <ReachHeadline reach={shown} isCurrent={isCurrent} />
          <MastControl reach={shown} />
          <ReachLegend reach={shown} />
          <ReachDownload />
        </div>
      ) : null}
    </>
  );
}

function ReachControls() {
  const context = useApp();
  const radiusMetres = useView(({ rooftops }) => rooftops.radiusMetres);
  return (
    <div className="reach-controls">
      <SiteSelect />
      <Field label="Within">
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={radiusMetres}
            onChange={(event) => setReachRadius(context, Number(event.target.value))}
          >
            {RADII.map((metres) => (
              <option key={metres} value={metres}>
                {metres / 1_000} km
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

const RADII = [500, 1_000, 2_000, 3_000, 4_000, 5_000];

interface ReachStateProps {
  readonly state: Omit<ReturnType<typeof useReach>, 'answer' | 'isCurrent'>;
  readonly hasAnswer: boolean;
  readonly isCurrent: boolean;
}

/** What stands in the place of the numbers: work under way, what failed, or that it was cancelled. */
function ReachState({ state, hasAnswer, isCurrent }: ReachStateProps) {
  const context = useApp();
  const { status, problem, step, cancel } = state;
  if (status === 'failed')
    return (
      <section className="headline">
        <Notice kind="problem" title="The reach could not be found">
          <p className="anywhere">{problem}</p>
        </Notice>
        <Button onClick={() => void findReach(context)}>Try again</Button>
      </section>
    );
  if (status === 'cancelled')
    return (
      <section className="headline">
        <Notice title="Finding the reach was cancelled" />
        <Button onClick={() => void findReach(context)}>Find the reach</Button>
      </section>
    );
  if (isCurrent) return null;
  const progress = (
    <ProgressBar
      what={step?.what ?? 'Finding the reach'}
      fraction={step?.fraction ?? null}
      onCancel={cancel ?? undefined}
    />
  );
  if (hasAnswer) return <div className="reach-progress">{progress}</div>;
  return (
    <section className="headline headline-waiting" aria-busy="true" aria-label="Finding the reach">
      <div className="skeleton skeleton-number" />
      <div className="skeleton skeleton-line" />
      <div className="skeleton skeleton-line skeleton-short" />
      {progress}
    </section>
  );
}
