import { landMask } from './land-mask.ts';

/**
 * Where Great Britain and Ireland lie, roughly: to tell what a file's numbers can mean, never to judge a place.
 *
 * The box in degrees holds both with their islands, Channel Islands included. Extremes by Ordnance Survey and Ordnance
 * Survey Ireland: Tearaght Island 10.7° W, Lowestoft Ness 1.8° E, Jersey 49.1° N, Out Stack 60.9° N; rounded outwards.
 * Rockall (13.7° W) is left out.
 */
const WEST = -11;
const EAST = 2;
const SOUTH = 49;
const NORTH = 61;

/** True where degrees lie in the box around Great Britain and Ireland. */
export function isInBritishIsles(lon: number, lat: number): boolean {
  return lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;
}

/** Outlines run from headland to headland, to the nearest few kilometres of their grid; the margin covers the rest. */
const MARGIN_KM = 10;

/** Great Britain with the Hebrides and Anglesey; Isles of Scilly; Man; Orkney; Shetland; St Kilda, in km of the British National Grid. */
const GREAT_BRITAIN = [
  [
    134, 25, 170, 11, 220, 38, 283, 37, 294, 50, 340, 89, 368, 68, 430, 75, 485, 92, 559, 95, 609, 117, 632,
    140, 640, 170, 605, 182, 645, 250, 655, 293, 622, 342, 567, 345, 557, 363, 540, 410, 525, 470, 497, 512,
    458, 528, 437, 569, 425, 605, 400, 653, 391, 669, 340, 677, 363, 710, 340, 725, 397, 800, 413, 846, 400,
    867, 330, 868, 270, 850, 295, 887, 340, 973, 226, 974, 205, 945, 152, 966, 100, 935, 65, 870, 55, 780,
    142, 767, 90, 740, 115, 690, 118, 640, 159, 607, 180, 600, 200, 640, 235, 610, 196, 560, 216, 530, 250,
    545, 294, 514, 317, 462, 335, 440, 327, 407, 318, 385, 276, 384, 235, 397, 217, 383, 240, 370, 212, 322,
    260, 335, 255, 280, 215, 245, 172, 228, 197, 193, 238, 187, 270, 180, 318, 168, 345, 178, 300, 147, 223,
    127, 190, 78,
  ],
  [80, 3, 98, 3, 98, 20, 80, 20],
  [215, 463, 235, 463, 255, 507, 235, 507],
  [320, 980, 360, 980, 380, 1060, 320, 1060],
  [390, 1068, 470, 1100, 470, 1222, 420, 1180, 393, 1140],
  [3, 892, 17, 892, 17, 905, 3, 905],
];

/** Ireland, in km of the Irish Grid. */
const IRELAND = [
  [
    240, 460, 318, 444, 346, 400, 367, 365, 330, 310, 318, 280, 330, 239, 334, 192, 312, 104, 273, 98, 228,
    82, 183, 60, 163, 40, 74, 23, 45, 40, 33, 73, 25, 96, 68, 132, 68, 147, 130, 205, 100, 225, 50, 241, 55,
    265, 50, 305, 70, 340, 112, 342, 150, 340, 149, 380, 181, 433,
  ],
];

/** Northern Ireland, in km of the Irish Grid. */
const NORTHERN_IRELAND = [
  [
    266, 438, 318, 444, 346, 400, 367, 365, 325, 310, 302, 313, 290, 310, 272, 325, 252, 318, 223, 322, 194,
    359, 200, 372, 222, 385, 234, 398, 240, 418, 254, 428,
  ],
];

/** In metres of the British National Grid. */
export const GREAT_BRITAIN_MASK = landMask(GREAT_BRITAIN, MARGIN_KM);
/** In metres of the Irish Grid; less 400,000 and 500,000 m, Irish Transverse Mercator is the same to 100 m. */
export const IRELAND_MASK = landMask(IRELAND, MARGIN_KM);
/** In metres of the Irish Grid. */
export const NORTHERN_IRELAND_MASK = landMask(NORTHERN_IRELAND, 0);
