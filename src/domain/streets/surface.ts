/** What is broken to lay a duct. Places in this list are the codes of a network's `surfaces`; 0 is not known. */
export const SURFACES = ['not known', 'carriageway', 'footway', 'verge', 'soft'] as const;

export type Surface = (typeof SURFACES)[number];
