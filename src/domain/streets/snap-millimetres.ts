/** Ends nearer than this to another line's end or body are taken to meet it; so are crossings this near one another. Millimetres. */
export const SNAP_MILLIMETRES = 1000;
