/** Zoom from which every premises is drawn; before it, not-spots alone, as a haze of dots. */
export const STREET_ZOOM = 13.5;
