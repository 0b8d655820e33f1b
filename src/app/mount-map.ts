import type { AppContext } from '../actions/app-context.ts';
import type { CreateMapOptions, MapHandle } from '../map/create-map.ts';

/** Starts fetching the map's code, so that it is there when the map is wanted. */
export function fetchMap(): Promise<typeof import('../map/create-map.ts')> {
  return import('../map/create-map.ts');
}

/**
 * Fetches the map's code and puts the map into `container`; `onState` hears 'none' where it cannot be shown, `onMap` the
 * map once it is there.
 */
export function mountMap(
  container: HTMLElement,
  context: AppContext,
  { onMap, ...options }: CreateMapOptions & { readonly onMap: (map: MapHandle) => void },
): () => void {
  let left = false;
  let destroy: (() => void) | null = null;
  const start = async (): Promise<void> => {
    const [{ createMap }, { graphicsFree }] = await Promise.all([
      fetchMap(),
      import('../workers/graphics-free.ts'),
    ]);
    await graphicsFree();
    if (left) return;
    const map = createMap(container, context, options);
    destroy = map.destroy;
    onMap(map);
  };
  options.onState('loading');
  start().catch(() => {
    if (!left) options.onState('none');
  });
  return () => {
    left = true;
    destroy?.();
  };
}
