import { count } from '../../domain/not-spots/headline.ts';
import { MOST_MAST_METRES, type SeenSite, type SeesAnswer } from '../../domain/radio/sees-answer.ts';
import { rememberLast } from './remember-last.ts';
import { QUALITY_LOOKS, type RooftopLook } from './rooftop-looks.ts';
import { metresText } from './site-text.ts';

/** A site as a premises sees it, ready to print. */
export interface SeenLine {
  readonly siteId: string;
  readonly name: string;
  readonly look: RooftopLook;
  readonly quality: string;
  /** "1,204 m" */
  readonly distance: string;
  /** "seen from the highest point of its building" */
  readonly place: string;
  /** "3.4 m of room (1.2 of the first Fresnel zone)" */
  readonly clearance: string;
  /** "866 Mb/s, counts as gigabit" */
  readonly rate: string;
  /** "A mast of 4.5 m would clear it."; null where it is clear already. */
  readonly fix: string | null;
  readonly reason: string | null;
}

/** The sites from best to worst. */
export const seesLines = rememberLast((answer: SeesAnswer): readonly SeenLine[] =>
  answer.sites.map((site) => seenLine(site, answer)),
);

/** "2 of 5 sites" and "can serve this premises." */
export function seesHeadline({ sites }: SeesAnswer): { readonly number: string; readonly rest: string } {
  const served = sites.filter(({ quality }) => quality === 'clear' || quality === 'marginal').length;
  return {
    number: `${served} of ${sites.length}`,
    rest: `${sites.length === 1 ? 'site' : 'sites'} can serve this premises.`,
  };
}

function seenLine(site: SeenSite, { mastMetres }: SeesAnswer): SeenLine {
  const { siteId, quality, reason, link, place, clearMastMetres } = site;
  const look = QUALITY_LOOKS[quality];
  return {
    siteId,
    name: link.from.name,
    look,
    quality: look.label,
    distance: `${count(link.distanceMetres)} m`,
    place: PLACES[place],
    clearance: clearanceWords(link.clearance),
    rate: rateWords(link.budget),
    fix: fixWords(site, mastMetres, clearMastMetres),
    reason: reason === 'served' ? null : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
  };
}

const PLACES: Readonly<Record<SeenSite['place'], string>> = {
  'highest point': 'the highest point of its building',
  corner: 'a corner of its building',
  'own place': 'its own place',
};

function clearanceWords(clearance: SeenSite['link']['clearance']): string {
  if (clearance === null) return 'not known';
  const { metres, fresnel } = clearance;
  if (metres === null || fresnel === null) return 'nothing lies between';
  const zone = `${TENTHS.format(fresnel)} of the first Fresnel zone`;
  return metres < 0
    ? `something stands ${metresText(-metres)} into the line`
    : `${metresText(metres)} of room (${zone})`;
}

function rateWords(budget: SeenSite['link']['budget']): string {
  if (!budget) return 'not reckoned';
  const { megabitsPerSecond, countsAsGigabit } = budget;
  if (megabitsPerSecond === 0) return 'none: no step of the radio holds';
  return `${count(megabitsPerSecond)} Mb/s, ${countsAsGigabit ? 'counts as gigabit' : 'usable, not gigabit'}`;
}

function fixWords(site: SeenSite, mastMetres: number, clearMastMetres: number | null): string | null {
  if (site.quality === 'no link' || site.link.class === 'clear') return null;
  if (clearMastMetres !== null)
    return `A mast of ${metresText(clearMastMetres)} on its roof would clear the path (reckoned with: ${metresText(mastMetres)}).`;
  return site.quality === 'not known'
    ? 'Which mast would clear the path is not known.'
    : `No mast up to ${MOST_MAST_METRES} m would clear the path.`;
}

const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
