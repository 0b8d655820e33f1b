import '../rooftops.css';
import './link.css';
import { useState } from 'react';
import { setLinkEnds } from '../../../actions/set-rooftops-view.ts';
import { NO_TRIED_HEIGHTS } from '../../../stores/derived/link-ends.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useView } from '../../app-provider.tsx';
import { LinkNeeds } from '../link-needs.tsx';
import { PickingNotice } from '../picking-notice.tsx';
import { BudgetSection } from './budget-section.tsx';
import { EndEditor } from './end-editor.tsx';
import { LinkDownload } from './link-download.tsx';
import { LinkHeights } from './link-heights.tsx';
import { LinkVerdict } from './link-verdict.tsx';
import { ReckonedWith } from './reckoned-with.tsx';
import { useLink } from './use-link.ts';

/** Topic 'link': one link between two ends, what it comes to, and its budget; the profile lies under the map. */
export function LinkPanel() {
  return (
    <LinkNeeds withPremises={false}>
      <OneLink />
    </LinkNeeds>
  );
}

function OneLink() {
  const context = useApp();
  const { from, to } = useView(({ rooftops }) => rooftops.link);
  const [tried, setTried] = useState(NO_TRIED_HEIGHTS);
  const state = useLink(tried);
  const answer = state.question && state.status !== 'failed' ? state.answer : null;
  return (
    <>
      <PickingNotice />
      <LinkVerdict state={state} />
      <section className="panel-section link-ends" aria-labelledby="link-ends">
        <h2 id="link-ends">Its two ends</h2>
        <EndEditor
          end="from"
          title="From: the hub’s antenna"
          tried={tried.from}
          onTry={(metres) => setTried((old) => ({ ...old, from: metres }))}
        />
        <div className="link-swap">
          <Button
            disabled={!from && !to}
            onClick={() => {
              setTried({ from: tried.to, to: tried.from });
              setLinkEnds(context, { from: to, to: from });
            }}
          >
            Swap the ends
          </Button>
        </div>
        <EndEditor
          end="to"
          title="To: the antenna at the premises"
          tried={tried.to}
          onTry={(metres) => setTried((old) => ({ ...old, to: metres }))}
        />
      </section>
      {answer ? (
        <div aria-busy={!state.isCurrent}>
          <BudgetSection answer={answer} />
          <LinkHeights answer={answer} />
          {state.isCurrent ? <LinkDownload answer={answer} /> : null}
        </div>
      ) : null}
      <ReckonedWith />
    </>
  );
}
