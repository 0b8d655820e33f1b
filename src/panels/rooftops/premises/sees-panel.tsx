import '../rooftops.css';
import { useState } from 'react';
import { findSeenSites } from '../../../actions/find-seen-sites.ts';
import { openPremises } from '../../../actions/open-premises.ts';
import { hoverSite, openRooftopTopic } from '../../../actions/set-rooftops-view.ts';
import { showLinkTo } from '../../../actions/show-link-to.ts';
import type { SeesAnswer } from '../../../domain/radio/sees-answer.ts';
import { type SeenLine, seesHeadline, seesLines } from '../../../stores/derived/sees-lines.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { FindBox } from '../../find/find-box.tsx';
import { LinkNeeds } from '../link-needs.tsx';
import { LookSwatch } from '../look-swatch.tsx';
import { pickOnMap } from '../pick-on-map.ts';
import { PickingNotice } from '../picking-notice.tsx';
import { SitesNeeded } from '../sites-needed.tsx';
import { useSeenSites } from './use-seen-sites.ts';

/** Topic 'premises': can this premises see it? From one premises to every site. */
export function SeesPanel() {
  const sites = useProject(({ project }) => project.sites);
  if (sites.length === 0) return <SitesNeeded />;
  return (
    <LinkNeeds withPremises>
      <Sees />
    </LinkNeeds>
  );
}

function Sees() {
  const { answer, question, isCurrent, ...state } = useSeenSites();
  return (
    <>
      <PickingNotice />
      {question === null ? null : (
        <SeesState state={state} isCurrent={isCurrent} hasAnswer={answer !== null} />
      )}
      {question !== null && answer ? <Seen answer={answer} isCurrent={isCurrent} /> : null}
      <ChooseOne isFirst={question === null} />
    </>
  );
}

function ChooseOne({ isFirst }: { readonly isFirst: boolean }) {
  const context = useApp();
  const [isNone, setNone] = useState(false);
  return (
    <section
      className={isFirst ? 'headline choose-seeing' : 'panel-section choose-seeing'}
      aria-labelledby="choose-seeing"
    >
      <h2 id="choose-seeing" className={isFirst ? 'missing-title' : undefined}>
        {isFirst ? 'Can this premises see a roof?' : 'Another premises'}
      </h2>
      {isFirst ? <p>Choose a premises to see which of the sites it could be served from.</p> : null}
      <FindBox
        label="Find a premises or postcode"
        onChosen={() => {
          const { premises } = context.view.getState();
          setNone(premises === null);
          // What was found may have led to another page.
          openRooftopTopic(context, 'premises');
        }}
      />
      <p className="field-error" role="status">
        {isNone ? 'That is no premises: choose an address, a postcode or an id.' : ''}
      </p>
      <Button icon="target" onClick={() => pickOnMap(context, { kind: 'premises' })}>
        Choose it on the map
      </Button>
    </section>
  );
}

interface SeesStateProps {
  readonly state: Omit<ReturnType<typeof useSeenSites>, 'answer' | 'question' | 'isCurrent'>;
  readonly hasAnswer: boolean;
  readonly isCurrent: boolean;
}

function SeesState({ state, hasAnswer, isCurrent }: SeesStateProps) {
  const context = useApp();
  const { status, problem, step, cancel } = state;
  if (status === 'failed')
    return (
      <section className="headline">
        <Notice kind="problem" title="What it sees could not be found">
          <p className="anywhere">{problem}</p>
        </Notice>
        <Button onClick={() => void findSeenSites(context)}>Try again</Button>
      </section>
    );
  if (status === 'cancelled')
    return (
      <section className="headline">
        <Notice title="Looking was cancelled" />
        <Button onClick={() => void findSeenSites(context)}>Look again</Button>
      </section>
    );
  if (isCurrent) return null;
  return (
    <div className={hasAnswer ? 'reach-progress' : 'headline'}>
      <ProgressBar
        what={step?.what ?? 'Looking at every site'}
        fraction={step?.fraction ?? null}
        onCancel={cancel ?? undefined}
      />
    </div>
  );
}

function Seen({ answer, isCurrent }: { readonly answer: SeesAnswer; readonly isCurrent: boolean }) {
  const context = useApp();
  const choice = useView((state) => state.premises);
  const { number, rest } = seesHeadline(answer);
  return (
    <>
      <section className="headline" aria-labelledby="sees-headline" aria-busy={!isCurrent}>
        <h2 className="ward-title anywhere">{answer.name}</h2>
        <p className="headline-text" id="sees-headline">
          <strong className="headline-number">{number}</strong> <span className="headline-rest">{rest}</span>
        </p>
        <p className="small soft">
          {answer.isOnBuilding
            ? 'Looked at from the best of the highest point and the corners of its building.'
            : 'No building footprint holds it, so it is looked at from its own place.'}
        </p>
        {choice ? (
          <Button kind="quiet" onClick={() => openPremises(context, choice)}>
            See what it gets today
          </Button>
        ) : null}
      </section>
      <section className="panel-section" aria-labelledby="seen-sites">
        <h2 id="seen-sites">Sites, the best first</h2>
        <ol className="seen-list" onMouseLeave={() => hoverSite(context, null)}>
          {seesLines(answer).map((line) => (
            <SeenItem key={line.siteId} line={line} answer={answer} />
          ))}
        </ol>
        {answer.notes.map((note) => (
          <p key={note} className="small soft anywhere">
            {note}
          </p>
        ))}
      </section>
    </>
  );
}

function SeenItem({ line, answer }: { readonly line: SeenLine; readonly answer: SeesAnswer }) {
  const context = useApp();
  const { siteId, name, look, quality, distance, place, clearance, rate, fix, reason } = line;
  return (
    <li onMouseEnter={() => hoverSite(context, siteId)}>
      <p className="seen-head">
        <LookSwatch look={look} />
        <strong className="anywhere">{name}</strong>
        <span className="soft number">{distance}</span>
      </p>
      <dl className="seen-facts">
        <div>
          <dt>Quality</dt>
          <dd>
            {quality}
            {reason ? <span className="soft"> {reason}</span> : null}
          </dd>
        </div>
        <div>
          <dt>Best from</dt>
          <dd>{place}</dd>
        </div>
        <div>
          <dt>Clearance</dt>
          <dd>{clearance}</dd>
        </div>
        <div>
          <dt>Rate</dt>
          <dd>{rate}</dd>
        </div>
      </dl>
      {fix ? <p className="small">{fix}</p> : null}
      <Button onClick={() => showLinkTo(context, siteId, answer)}>
        Show the link<span className="unseen"> to {name}</span>
      </Button>
    </li>
  );
}
