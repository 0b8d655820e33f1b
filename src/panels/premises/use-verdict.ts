import { useEffect, useState } from 'react';
import { verdictOn } from '../../actions/open-premises-verdict.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import type { PremisesChoice } from '../../stores/view-store.ts';
import { useAnalysis, useApp, useProject } from '../app-provider.tsx';

/** A verdict, or why there is none yet. */
export interface VerdictState {
  /** undefined: being worked out. null: the premises are gone. */
  readonly verdict: Verdict | null | undefined;
  readonly failed: string;
}

/** The verdict on the chosen premises, made anew whenever data, layers or count change; the earlier one stays meanwhile. */
export function useVerdict(choice: PremisesChoice): VerdictState {
  const context = useApp();
  const version = useProject((state) => state.version);
  const analysis = useAnalysis((state) => state.analysis);
  const [state, setState] = useState<VerdictState>({ verdict: undefined, failed: '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or count may answer otherwise.
  useEffect(() => {
    const abort = new AbortController();
    verdictOn(context, choice, { signal: abort.signal }).then((outcome) => {
      if (abort.signal.aborted) return;
      if (outcome.state === 'done') setState({ verdict: outcome.value, failed: '' });
      else if (outcome.state === 'failed') setState({ verdict: null, failed: outcome.message });
    });
    return () => abort.abort();
  }, [context, choice, version, analysis]);
  return state;
}
