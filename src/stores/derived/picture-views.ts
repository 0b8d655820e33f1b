import { VIEW_HIDDEN, VIEW_NOT_KNOWN, VIEW_SEEN } from '../../domain/radio/viewshed.ts';

/** Codes of a picture's cells, by what they say; all others lie beyond the radius. */
export const PICTURE_VIEWS = { seen: VIEW_SEEN, hidden: VIEW_HIDDEN, notKnown: VIEW_NOT_KNOWN } as const;
