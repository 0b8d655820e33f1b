import { HOW_RANGES_ADD } from '../domain/cost/spread.ts';
import { count, unitWord } from '../domain/not-spots/headline.ts';
import { unitsOfHub } from '../domain/plan/plan-links.ts';
import { leastShares } from '../domain/plan/shared-rates.ts';
import { type Content, element, named, parts } from './page-html.ts';
import { penceCells, plainNumber, small } from './page-numbers.ts';
import { pageTable } from './page-table.ts';
import type { PageSection, PlanPageContent } from './plan-page.ts';
import { capital, scrolling } from './plan-page-duel.ts';
import { designsOf } from './plan-told.ts';

/** What each answer costs, part by part: trench and radio, low, middle and high. */
export function costsSection({ bills, evaluation }: PlanPageContent): PageSection {
  return {
    id: 'costs',
    title: 'What it costs, part by part',
    body: [
      element('p', {}, HOW_RANGES_ADD),
      bills.map(({ kind, trench, radio }): Content => {
        const both = [trench, radio].flatMap((bill) => bill ?? []);
        const sum = (of: (bill: (typeof both)[number]) => { low: number; mid: number; high: number }) => ({
          low: both.reduce((all, bill) => all + of(bill).low, 0),
          mid: both.reduce((all, bill) => all + of(bill).mid, 0),
          high: both.reduce((all, bill) => all + of(bill).high, 0),
        });
        const rows: Content[][] = [
          ...(trench?.parts ?? []).map(({ what, isYearly, pence }) => [
            parts('Trench: ', what, isYearly ? small('over the term, as it is worth today') : null),
            ...penceCells(pence),
          ]),
          ...(radio?.parts ?? []).map(({ what, isYearly, pence }) => [
            parts('Radio: ', what, isYearly ? small('over the term, as it is worth today') : null),
            ...penceCells(pence),
          ]),
        ];
        if (both.length > 0)
          rows.push(
            [element('strong', {}, 'To build'), ...penceCells(sum(({ capital: once }) => once))],
            [
              element('strong', {}, 'To run, over the term'),
              ...penceCells(sum(({ presentValueOfRunning }) => presentValueOfRunning)),
            ],
            [element('strong', {}, 'Together'), ...penceCells(sum(({ whole }) => whole))],
          );
        const connected = trench?.premises.connected ?? 0;
        return [
          element('h3', {}, capital(kind)),
          scrolling(
            `Costs of ${kind}`,
            pageTable(
              {
                caption: parts(
                  `Costs of ${kind} by part`,
                  trench && trench.premises.served > 0
                    ? small(
                        `Trench: ${count(trench.premises.served)} ${unitWord(evaluation.unit, trench.premises.served)} served, ${count(connected)} connected at a take-up of ${plainNumber(trench.premises.takeUpPercent)} %.`,
                      )
                    : null,
                ),
                columns: ['Part', 'Low', 'Middle', 'High'],
                widths: [40],
                rows,
                numbers: [1, 2, 3],
              },
              'It builds nothing, and costs nothing.',
            ),
          ),
        ];
      }),
    ],
  };
}

/** Every hub, by the number that it has on the maps. */
export function hubsSection({ plan, held, evaluation }: PlanPageContent): PageSection {
  const designs = designsOf(plan).filter(({ radio }) => radio !== null);
  return {
    id: 'hubs',
    title: 'Hubs',
    body:
      (held.roofs ?? held.premises ?? held.route)
        ? element(
            'p',
            { class: 'notice' },
            `Hubs are not named here. ${held.roofs ?? held.premises ?? held.route}`,
          )
        : designs.length === 0
          ? element('p', {}, 'No answer has a hub.')
          : designs.map(({ kind, radio }): Content => {
              const hubs = radio?.hubs ?? [];
              const shares = radio ? leastShares(radio) : [];
              const number = new Map(hubs.map(({ roof }, i) => [roof.id, `H${i + 1}`]));
              return [
                element('h3', {}, capital(kind)),
                scrolling(
                  `Hubs of ${kind}`,
                  pageTable(
                    {
                      caption: `Hubs of ${kind}: where they stand, who lets the roof, whom they serve`,
                      columns: ['Hub', 'Roof', 'Owner', 'Antenna', 'Joined to fibre by', 'Sectors', 'Serves'],
                      widths: [10, 20, 15],
                      rows: hubs.map(({ roof, seaMetres, backhaul, sectors }, i): Content[] => {
                        const units = radio ? unitsOfHub(radio, i) : 0;
                        const inSectors = sectors.reduce((sum, one) => sum + one.units, 0);
                        return [
                          `H${i + 1}`,
                          parts(named(roof.name), small(named(roof.kind))),
                          parts(roof.owner === null ? 'not known' : named(roof.owner), small(roof.wayleave)),
                          parts(
                            `${plainNumber(roof.antennaMetres)} m above the ${roof.above === 'surface' ? 'roof' : roof.above}`,
                            small(`${plainNumber(seaMetres)} m above the datum`),
                          ),
                          backhaul.kind === 'trench'
                            ? 'a trench'
                            : parts(
                                `a radio link to ${number.get(backhaul.to) ?? 'another hub'}`,
                                small(
                                  `${count(backhaul.metres)} m, ${count(backhaul.megabitsPerSecond)} Mbit/s`,
                                ),
                              ),
                          parts(
                            count(sectors.length),
                            sectors.length > 0
                              ? small(
                                  `to ${sectors.map(({ azimuthDegrees }) => `${count(azimuthDegrees)}°`).join(', ')}`,
                                )
                              : null,
                          ),
                          parts(
                            `${count(units)} ${unitWord(evaluation.unit, units)}`,
                            shares[i] === null
                              ? null
                              : small(
                                  `at least ${count(Math.floor(shares[i] ?? 0))} Mbit/s each if all draw at once`,
                                ),
                            units > inSectors
                              ? small(`${count(units - inSectors)} in its own building, by cable`)
                              : null,
                          ),
                        ];
                      }),
                    },
                    'It needs no hub.',
                  ),
                ),
              ];
            }),
  };
}
