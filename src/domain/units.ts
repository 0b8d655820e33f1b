/**
 * The earth of WGS84: half its larger axis in metres, its flattening, and the square of its eccentricity (NIMA TR8350.2,
 * third edition, 2000, table 3.1).
 */
export const WGS84_SEMI_MAJOR_METRES = 6_378_137;
const WGS84_FLATTENING = 1 / 298.257_223_563;
export const WGS84_ECCENTRICITY_SQUARED = WGS84_FLATTENING * (2 - WGS84_FLATTENING);

/** Mean radius of the earth (IUGG), in metres. */
export const EARTH_RADIUS_METRES = 6_371_008.8;

export const RADIANS_PER_DEGREE = Math.PI / 180;

export const SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;

/** Speed of light in vacuum, in metres per second (exact by the definition of the metre, SI 1983). */
export const SPEED_OF_LIGHT_METRES_PER_SECOND = 299_792_458;
/** The same as TR 38.901 rounds it (table 7.4.1-1, note 1), on which its breakpoints rest. */
export const SPEED_OF_LIGHT_OF_3GPP_METRES_PER_SECOND = 3e8;

export const METRES_PER_KILOMETRE = 1000;
export const MEGAHERTZ_PER_GIGAHERTZ = 1000;
export const HERTZ_PER_MEGAHERTZ = 1e6;
export const HERTZ_PER_GIGAHERTZ = 1e9;

/** Thermal noise in one hertz at 290 K, k T0, in dBm: −173.98, rounded as link budgets do (Rec. ITU-R P.372-16 §1). */
export const THERMAL_NOISE_DBM_PER_HERTZ = -174;

/** What counts as gigabit: at least so many Mbit/s down to the premises (Ofcom, Connected Nations: gigabit-capable). */
export const GIGABIT_MEGABITS_PER_SECOND = 1000;
