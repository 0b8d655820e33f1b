/** Of package.json, said in files and links so that a reader knows what wrote them. */
export const APP_VERSION = '0.1.0';
