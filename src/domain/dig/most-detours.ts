/** Closed streets that are asked about: for the refined answer, and for the quick one. */
export const MOST_DETOURS = 12;
export const QUICK_DETOURS = 3;
