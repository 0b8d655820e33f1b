import { nextName } from '../../../stores/derived/next-name.ts';
import { useAnalysis, useView } from '../../app-provider.tsx';

/** What the premises that are chosen for the next dig are called; `whom`: how many they are, "12 premises". */
export function useNextName(whom: string): string {
  const next = useView(({ interventions }) => interventions.next);
  const ward = useAnalysis(
    ({ analysis }) => analysis?.wardNames[analysis.wardCodes.indexOf(next.wardCode ?? '')],
  );
  return nextName(next, ward ?? null, whom);
}
