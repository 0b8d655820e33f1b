import { useEffect, useSyncExternalStore } from 'react';
import { askFingerprints, knownFingerprints, onFingerprints } from '../../actions/shown-fingerprints.ts';
import type { Fingerprints } from '../../domain/project/fingerprints.ts';
import { useAnalysis, useApp, useProject } from '../app-provider.tsx';

/**
 * The fingerprints of the count on show: null where they cannot be had, undefined while they are not known. They are
 * worked out once `isAsked`.
 */
export function useFingerprints(isAsked: boolean): Fingerprints | null | undefined {
  const context = useApp();
  const project = useProject((state) => state.project);
  const version = useProject((state) => state.version);
  const isCounted = useAnalysis((state) => state.countedVersion === version && state.status !== 'working');
  const found = useSyncExternalStore(onFingerprints, () => knownFingerprints(project));
  useEffect(() => {
    if (isAsked && isCounted) void askFingerprints(context, project);
  }, [context, isAsked, isCounted, project]);
  return isCounted ? found : undefined;
}
