/** How many closed streets are asked about, as panels print it. */
export { MOST_DETOURS, QUICK_DETOURS } from '../../domain/dig/most-detours.ts';
