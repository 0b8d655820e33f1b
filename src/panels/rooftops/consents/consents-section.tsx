import { useEffect } from 'react';
import { useStore } from 'zustand';
import { findConsents } from '../../../actions/find-consents.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { ConsentList } from './consent-list.tsx';

/** In a site's details: the consents that may stand in its way. */
export function ConsentsSection() {
  const siteId = useView(({ rooftops }) => rooftops.siteId);
  const isThere = useProject(({ project }) => project.sites.some(({ id }) => id === siteId));
  if (siteId === null || !isThere) return null;
  return (
    <section className="panel-section" aria-labelledby="consents-title">
      <h2 id="consents-title">Consents: a hint, not advice</h2>
      <p className="small soft">
        What may have to be asked for, by rule and by the files that are loaded. No data found is not none.
      </p>
      <Consents siteId={siteId} />
    </section>
  );
}

function Consents({ siteId }: { readonly siteId: string }) {
  const context = useApp();
  const { status, step, answer, problem } = useStore(context.studies.consents);
  const version = useProject((state) => state.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the work is asked anew.
  useEffect(() => {
    void findConsents(context, siteId);
  }, [context, siteId, version]);
  if (status === 'failed')
    return (
      <Notice kind="warning" title="The consents could not be found">
        <p className="anywhere">{problem}</p>
      </Notice>
    );
  if (status === 'cancelled')
    return <Button onClick={() => void findConsents(context, siteId)}>Find the consents</Button>;
  if (answer?.siteId !== siteId)
    return <ProgressBar what={step?.what ?? 'Finding consents'} fraction={step?.fraction ?? null} />;
  return (
    <div aria-busy={status === 'working'}>
      <ConsentList siteId={siteId} hints={answer.hints} />
    </div>
  );
}
