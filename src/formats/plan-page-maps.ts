import { capitalised } from '../domain/capitalised.ts';
import { headlineDesign } from '../domain/evaluation/headline-design.ts';
import type { Box } from '../domain/geo/geometry.ts';
import type { PaperSize } from '../domain/geo/paper-frame.ts';
import { count, unitWord } from '../domain/not-spots/headline.ts';
import type { PlanDesign } from '../domain/plan/plan-design.ts';
import type { Unit } from '../domain/premises/premises-table.ts';
import { type Content, element } from './page-html.ts';
import { type MapSign, sign } from './plan-map-sign.ts';
import { mapBox, planMapSvg } from './plan-map-svg.ts';
import type { PageSection, PlanPageContent } from './plan-page-content.ts';
import { designsOf } from './plan-told.ts';

/** The design that is the answer, with its key beside it; null: it has no place, or may not be shown. */
export function answerMap(content: PlanPageContent): Content {
  const { plan, held } = content;
  const design = answerOf(content);
  const box = mapBox(designsOf(plan));
  if (!design || !box || (held.route ?? held.roofs ?? held.premises) !== null) return null;
  return drawn(content, design, { box, size: WIDE, beside: key([design]) });
}

/** The other designs as maps, all of the same ground at one scale, with a key and the same in words. */
export function mapsSection(content: PlanPageContent): PageSection {
  const { plan, ground, held } = content;
  const designs = designsOf(plan);
  const others = designs.filter((design) => design !== answerOf(content));
  const why = held.route ?? held.roofs ?? held.premises;
  const box = mapBox(designs);
  return {
    id: 'maps',
    title: 'The other designs on the map',
    body:
      why !== null
        ? element('p', { class: 'notice' }, `The maps are left out. ${why}`)
        : box === null
          ? element('p', {}, 'Nothing is built, so there is nothing to draw.')
          : others.length === 0
            ? element('p', {}, 'There is no other: the one that there is stands above.')
            : [
                element(
                  'p',
                  { class: 'soft key-note' },
                  `North is up. All maps of this page show the same ground, these at one scale. ${ground ? 'Thin grey lines are streets.' : 'Streets are not drawn: none are loaded.'}`,
                ),
                element(
                  'div',
                  { class: 'pair' },
                  ...others.map((design) => drawn(content, design, { box, size: NARROW, beside: null })),
                ),
                key(others),
              ],
  };
}

/** What the first sheet draws: the one design that is chosen, else that which serves most for least. */
function answerOf({ plan, evaluation }: PlanPageContent): PlanDesign | undefined {
  const kind = plan.chosen.length === 1 ? plan.chosen[0] : headlineDesign(evaluation.interventions)?.kind;
  return designsOf(plan).find((design) => design.kind === kind);
}

const WIDE: PaperSize = { width: 440, leastHeight: 150, mostHeight: 170, margin: 12, leastMetres: 150 };
const NARROW: PaperSize = { width: 350, leastHeight: 150, mostHeight: 240, margin: 12, leastMetres: 150 };

function drawn(
  { evaluation, ground }: PlanPageContent,
  design: PlanDesign,
  { box, size, beside }: { readonly box: Box; readonly size: PaperSize; readonly beside: Content },
): Content {
  const description = inWords(design, evaluation.unit);
  const id = `${size === WIDE ? 'answer' : 'map'}-${design.kind.replaceAll(' ', '-')}`;
  return element(
    'figure',
    { class: beside === null ? null : 'with-key' },
    planMapSvg({
      design,
      box,
      size,
      ground,
      id,
      title: `${capitalised(design.kind)}, north up`,
      description,
    }),
    beside,
    element('figcaption', {}, element('strong', {}, `${capitalised(design.kind)}. `), description),
  );
}

/** "Two hubs serve 84 premises by radio; 1,204 m of trench; 3 premises are not served." */
function inWords({ trench, radio }: PlanDesign, unit: Unit): string {
  const units = (list: readonly { readonly units: number }[]): number =>
    list.reduce((sum, one) => sum + one.units, 0);
  const of = (number: number): string => `${count(number)} ${unitWord(unit, number)}`;
  const trenched = (trench?.served ?? []).filter(({ ids }) => ids.length > 0);
  const served = new Set([...trenched, ...(radio?.served ?? [])].map(({ lon, lat }) => `${lon} ${lat}`));
  const missed = new Map(
    [...(radio?.missed ?? []), ...(trench?.missed ?? [])]
      .filter(({ ids, lon, lat }) => ids.length > 0 && !served.has(`${lon} ${lat}`))
      .map((place) => [`${place.lon} ${place.lat}`, place]),
  );
  const metres = (isMeant: (kind: string) => boolean): number =>
    (trench?.pieces ?? []).reduce((sum, piece) => sum + (isMeant(piece.kind) ? piece.metres : 0), 0);
  const dug = metres((kind) => kind === 'street' || kind === 'crossing');
  const leadIn = metres((kind) => kind === 'lead-in');
  const used = metres((kind) => kind === 'duct' || kind === 'pole route');
  const hubs = radio?.hubs ?? [];
  const indoors = units((radio?.served ?? []).filter(({ metres: away }) => away === 0));
  const linked = hubs.filter(({ backhaul }) => backhaul.kind === 'link').length;
  const sentences = [
    hubs.length > 0
      ? `${count(hubs.length)} ${hubs.length === 1 ? 'hub serves' : 'hubs serve'} ${of(units(radio?.served ?? []))} by radio${indoors > 0 ? `, ${count(indoors)} of them in a hub’s own building by a cable indoors` : ''}${linked > 0 ? `; ${count(linked)} of the hubs joined to fibre by a radio link` : ''}`
      : '',
    trenched.length > 0 ? `trench serves ${of(units(trenched))}` : '',
    dug > 0 ? `${count(dug)} m of trench are dug in and across streets` : '',
    leadIn > 0 ? `${count(leadIn)} m are lead-ins to premises` : '',
    used > 0 ? `${count(used)} m run in ducts or on poles that are there` : '',
    missed.size > 0
      ? `${of(units([...missed.values()]))} ${units([...missed.values()]) === 1 ? 'is' : 'are'} not served`
      : 'nobody is left out',
  ];
  return `${capitalised(sentences.filter(Boolean).join('; '))}.`;
}

function key(designs: readonly PlanDesign[]): Content {
  const hubs = designs.some(({ radio }) => radio && radio.hubs.length > 0);
  const pieces = designs.flatMap(({ trench }) => trench?.pieces ?? []);
  const has = (...kinds: string[]): boolean => pieces.some(({ kind }) => kinds.includes(kind));
  const items: Content[] = [
    hubs && mark('hub', 'Hub, see “Hubs”'),
    hubs && mark('radio', 'Served by radio'),
    hubs && stroke('m-link', 'Radio link to premises'),
    designs.some(({ radio }) => radio?.hubs.some(({ backhaul }) => backhaul.kind === 'link')) &&
      stroke('m-back', 'Radio link between hubs'),
    designs.some(({ trench }) => trench?.served.some(({ ids }) => ids.length > 0)) &&
      mark('trench', 'Served by trench'),
    has('street', 'crossing') && stroke('m-dug', 'Trench'),
    has('lead-in') && stroke('m-lead', 'Lead-in'),
    has('duct', 'pole route') && stroke('m-used', 'Existing duct or poles'),
    designs.some(({ trench }) => trench && trench.roots.length > 0) && mark('root', 'Fibre comes from here'),
    mark('missed', 'Not served'),
  ];
  return element('ul', { class: 'key', 'aria-label': 'Key to the maps' }, ...items);
}

function mark(name: MapSign, label: string): Content {
  return element(
    'li',
    {},
    element(
      'svg',
      {
        width: 24,
        height: 24,
        viewBox: '0 0 24 24',
        'aria-hidden': 'true',
        xmlns: 'http://www.w3.org/2000/svg',
      },
      sign(name, { x: 12, y: 12 }),
    ),
    label,
  );
}

function stroke(name: string, label: string): Content {
  return element(
    'li',
    {},
    element(
      'svg',
      {
        width: 36,
        height: 12,
        viewBox: '0 0 36 12',
        'aria-hidden': 'true',
        xmlns: 'http://www.w3.org/2000/svg',
      },
      element('path', { class: name, d: 'M1 6L35 6' }),
    ),
    label,
  );
}
