/** What a dig is asked with unless somebody says otherwise. Assumed: no source stands behind either. */
export const USUAL_TAKE_UP_PERCENT = 40;
export const USUAL_PASSED_METRES = 50;
