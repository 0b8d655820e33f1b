/** "premises", "1 postcode": the noun of what is counted, for panels. */
export { unitWord } from '../../domain/not-spots/headline.ts';
