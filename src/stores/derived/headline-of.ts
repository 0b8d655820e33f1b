import { headline } from '../../domain/not-spots/headline.ts';
import { rememberLast } from './remember-last.ts';

/** The sentence over the map for the analysis on show. */
export const headlineOf = rememberLast(headline);
