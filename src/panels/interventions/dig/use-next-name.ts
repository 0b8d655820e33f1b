import { useAnalysis, useView } from '../../app-provider.tsx';

/** What the premises that are chosen for the next dig are called; `whom`: how many they are, "12 premises". */
export function useNextName(whom: string): string {
  const { by, wardCode, cluster } = useView(({ interventions }) => interventions.next);
  const ward = useAnalysis(({ analysis }) => analysis?.wardNames[analysis.wardCodes.indexOf(wardCode ?? '')]);
  if (by === 'ward') return ward ?? wardCode ?? '';
  if (by === 'cluster') return cluster?.name ?? '';
  return `${by === 'shape' ? 'Shape' : 'List'} of ${whom}`;
}
