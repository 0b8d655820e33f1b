import { useEffect, useState } from 'react';
import { type ShareOffer, shareWork } from '../../actions/share-work.ts';
import type { ShareQuestion } from '../../workers/share-links.ts';
import { useApp, useProject } from '../app-provider.tsx';

/** What would leave; null while it is worked out. A link of an earlier answer is never on show beside a new question. */
export function useShareOffer({ way, withRows }: Pick<ShareQuestion, 'way' | 'withRows'>): {
  readonly offer: ShareOffer | null;
  readonly problem: string | null;
} {
  const context = useApp();
  const version = useProject((state) => state.version);
  const question = `${way} ${withRows} ${version}`;
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    void shareWork(context, { way, withRows, signal: abort.signal }).then((outcome) => {
      if (abort.signal.aborted || outcome.state === 'cancelled') return;
      const offer = outcome.state === 'done' ? outcome.value : null;
      setAnswer({ question, offer, problem: outcome.state === 'failed' ? outcome.message : null });
    });
    return () => abort.abort();
  }, [context, way, withRows, question]);
  return answer?.question === question ? answer : { offer: null, problem: null };
}

interface Answer {
  readonly question: string;
  readonly offer: ShareOffer | null;
  readonly problem: string | null;
}
