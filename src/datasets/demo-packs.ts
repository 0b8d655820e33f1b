import { fetchDemoBorough } from './demo-borough.ts';
import { DEMO_HEIGHTS_FILES, fetchDemoHeights } from './demo-heights.ts';
import { DEMO_STREETS_FILES, fetchDemoStreets } from './demo-streets.ts';

/** Where a file of the demo can be had again. */
export interface FetchedPack {
  /** Names of the files in it; null: those of no other. */
  readonly files: ReadonlySet<string> | null;
  readonly fetchPack: (baseUrl: string, signal?: AbortSignal) => Promise<Uint8Array>;
}

/** The packs of the demo that some of these files lie in. */
export function demoPacksOf(fileNames: readonly string[]): FetchedPack[] {
  const isJoined = (name: string): boolean => JOINED.some(({ files }) => files.has(name));
  return [
    ...(fileNames.some((name) => !isJoined(name)) ? [{ files: null, fetchPack: fetchDemoBorough }] : []),
    ...JOINED.filter(({ files }) => fileNames.some((name) => files.has(name))),
  ];
}

const JOINED: readonly (FetchedPack & { readonly files: ReadonlySet<string> })[] = [
  { files: DEMO_HEIGHTS_FILES, fetchPack: fetchDemoHeights },
  { files: DEMO_STREETS_FILES, fetchPack: fetchDemoStreets },
];
