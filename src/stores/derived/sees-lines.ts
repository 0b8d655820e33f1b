import { capitalised } from '../../domain/capitalised.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { MOST_MAST_METRES, type SeenSite, type SeesAnswer } from '../../domain/radio/sees-answer.ts';
import { linkMarginDecibels } from './link-quality.ts';
import { decibelText } from './link-text.ts';
import { rateText } from './rate-text.ts';
import { rememberLast } from './remember-last.ts';
import { QUALITY_LOOKS, type RooftopLook } from './rooftop-looks.ts';
import { metresText } from './site-text.ts';
import { zoneWords } from './zone-text.ts';

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
  /** "3.4 m of room (1.2 times the first Fresnel zone)" */
  readonly clearance: string;
  /** "1,386 Mbit/s, counts as gigabit"; "not reckoned" with the reason */
  readonly rate: string;
  /** "A mast of 4.5 m would clear it.", or that none would make it hold; null where it is clear and holds. */
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
  const { siteId, quality, reason, link, place } = site;
  const look = QUALITY_LOOKS[quality];
  return {
    siteId,
    name: link.from.name,
    look,
    quality: look.label,
    distance: `${count(link.distanceMetres)} m`,
    place: PLACES[place],
    clearance: clearanceWords(link.clearance),
    rate: rateWords(site),
    fix: fixWords(site, mastMetres),
    reason: reason === 'served' ? null : `${capitalised(reason)}.`,
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
  return metres < 0
    ? `something stands ${metresText(-metres)} into the line`
    : `${metresText(metres)} of room (${zoneWords(fresnel)})`;
}

function rateWords({ link, reason }: SeenSite): string {
  const { budget, budgetBack, reasons } = link;
  if (!budget) return `not reckoned (${(reasons[0] ?? reason).replace(/\.$/, '')})`;
  const { megabitsPerSecond, countsAsGigabit } = budget;
  if (megabitsPerSecond === 0) return 'none: no step of the radio holds';
  if (budgetBack?.megabitsPerSecond === 0)
    return `${rateText(megabitsPerSecond)} to it, none back: no step of the radio holds that way`;
  return `${rateText(megabitsPerSecond)}, ${countsAsGigabit ? 'counts as gigabit' : 'usable, not gigabit'}`;
}

/** A mast is offered only where the link would hold over the path that it clears. */
function fixWords(site: SeenSite, mastMetres: number): string | null {
  const { quality, link, clearMastMetres } = site;
  const isClear = link.class === 'clear';
  if (quality === 'no link' || (isClear && quality === 'clear')) return null;
  const margin = isClear ? linkMarginDecibels(link) : site.clearMarginDecibels;
  if (margin !== null && margin < 0)
    return `No mast would do: even over a clear path the signal is ${decibelText(-margin)} short of the lowest rate with this radio. A nearer site or another radio may.`;
  if (quality === 'not known' && clearMastMetres === null)
    return 'Which mast would clear the path is not known.';
  if (margin === null) return 'Whether the link would hold from a mast is not known.';
  if (clearMastMetres !== null)
    return `A mast of ${metresText(clearMastMetres)} on its roof would clear the path (reckoned with: ${metresText(mastMetres)}), and the signal would hold.`;
  return `No mast up to ${MOST_MAST_METRES} m would clear the path.`;
}
