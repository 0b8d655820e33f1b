import type { AppContext } from '../actions/app-context.ts';
import { isPartMissing } from '../domain/part-missing.ts';
import type { CreateMapOptions, MapHandle } from '../map/create-map.ts';

/** Starts fetching the map's code, so that it is there when the map is wanted. */
export function fetchMap() {
  return Promise.all([import('../map/create-map.ts'), import('../workers/graphics-free.ts')]);
}

export interface MountMapOptions extends CreateMapOptions {
  onMap(map: MapHandle): void;
  /** 'missing': the map's code did not arrive. 'late': it did, and draws nothing; its own worker may not have arrived. */
  onProblem(problem: 'missing' | 'late'): void;
}

/** Longest the first drawing takes on a slow computer. */
const PATIENCE_MILLISECONDS = 30_000;

/**
 * Fetches the map's code and puts the map into `container`; `onState` hears 'none' where it cannot be shown, `onMap` the
 * map once it is there.
 */
export function mountMap(
  container: HTMLElement,
  context: AppContext,
  { onMap, onProblem, ...options }: MountMapOptions,
): () => void {
  let left = false;
  let destroy: (() => void) | null = null;
  let late: ReturnType<typeof setTimeout> | undefined;
  const start = async (): Promise<void> => {
    const [{ createMap, warmMap }, { graphicsFree }] = await fetchMap();
    if (left) return;
    warmMap();
    await graphicsFree();
    if (left) return;
    late = setTimeout(() => onProblem('late'), PATIENCE_MILLISECONDS);
    const onState: CreateMapOptions['onState'] = (state) => {
      if (state !== 'loading') clearTimeout(late);
      options.onState(state);
    };
    const map = createMap(container, context, { ...options, onState });
    destroy = map.destroy;
    onMap(map);
  };
  options.onState('loading');
  start().catch((error: unknown) => {
    if (left) return;
    options.onState('none');
    if (isPartMissing(error)) onProblem('missing');
  });
  return () => {
    left = true;
    clearTimeout(late);
    destroy?.();
  };
}
