import type { ReactNode } from 'react';

/** Draws a printed number of a chart by the row and the column that it stands in, so that it can be asked. */
export type NumberIn = (at: { readonly row: string; readonly column: string }, text: string) => ReactNode;

/** A number that nobody can ask. */
export const plainNumber: NumberIn = (_at, text) => text;
