import type { Spread } from '../cost/rate-card.ts';
import { PRESENT_VALUE_WORDS, TRENCH_WORDS } from '../cost/rate-words.ts';
import { exactly, HOW_RANGES_ADD, mapSpread, rangeAcross } from '../cost/spread.ts';
import { unitNote } from '../dig/unit-note.ts';
import type { PlanItem } from '../plan/plan-card.ts';
import { leversInForce } from '../plan/pulled-for.ts';
import { formulaNumber } from '../project/formula-number.ts';
import type { EvaluatedLine, LineKey } from './evaluation.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import type { Judged } from './judge-built.ts';
import { type LineMade, lineOf, notKnownLine } from './line-figure.ts';

/** The lines of money: what it costs, then who pays and what is claimed. In pounds. */
export function moneyLines(
  judged: Judged,
  input: EvaluationInput,
): { readonly costs: readonly EvaluatedLine[]; readonly funding: readonly EvaluatedLine[] } {
  const made = madeWith(judged, input);
  const { lacks } = judged.costs;
  const line = (
    key: LineKey,
    pence: Spread,
    definition: string,
    more: Partial<LineMade> = {},
  ): EvaluatedLine =>
    lineOf(
      key,
      { ...made, value: inPounds(pence), unit: 'pounds', definition, isOfWorks: true, ...more },
      input,
    );
  const costs = costLines(judged, input, (key, pence, definition, more) =>
    line(key, pence, [definition, ...judged.costs.lackSentences].join(' '), { lacksAbove: lacks, ...more }),
  );
  return { costs, funding: fundingLines(judged, input, line) };
}

/** Where lead-ins are priced otherwise than connections and radios. */
export const LEAD_INS_TO_ALL =
  'Lead-ins are dug to all that are served, whoever takes the service; connections and radios at premises are for those who take it alone.';

type ToLine = (key: LineKey, pence: Spread, definition: string, more?: Partial<LineMade>) => EvaluatedLine;

function costLines(
  { costs, served, leadIns }: Judged,
  { rates, unit }: EvaluationInput,
  line: ToLine,
): EvaluatedLine[] {
  const once = partsInWords(costs, false);
  const yearly = partsInWords(costs, true);
  const ofUnit = unitNote(unit) ? `${unitNote(unit)} ` : '';
  const toAll = leadIns.units > 0 ? ` ${LEAD_INS_TO_ALL}` : '';
  const years = formulaNumber(rates.termYears.value);
  const percent = formulaNumber(rates.discountPercent.value);
  return [
    line(
      'capital',
      costs.capital,
      `${ofUnit}What is paid once: ${once || 'nothing'} = ${pounds(costs.capital)}. Connections, radios and cables at premises are priced for each served by the share that takes the service: an expectation, no whole number.${toAll} ${HOW_RANGES_ADD}`,
    ),
    line(
      'running a year',
      costs.runningAYear,
      `What is paid each year, spread evenly over ${years} years at ${percent} % a year, with what is put by to buy radios anew: of ${yearly || 'nothing'} over the term.`,
    ),
    line(
      'present value',
      costs.whole,
      `${ofUnit}Building (${pounds(costs.capital)}) and ${years} years of running as they are worth today at ${percent} % a year (${yearly || '0'}) = ${pounds(costs.whole)}.${toAll} ${HOW_RANGES_ADD}`,
    ),
    served > 0
      ? line(
          'pounds per premises',
          mapSpread(costs.capital, (pence) => Math.round(pence / served)),
          `${ofUnit}To build, ${pounds(costs.capital)} ÷ ${formulaNumber(served)} ${unit} served, whether they take the service or not.${toAll}`,
        )
      : notKnownLine('pounds per premises', 'Nobody is served, so there is nobody to share it among.'),
  ];
}

function fundingLines(judged: Judged, input: EvaluationInput, line: ToLine): EvaluatedLine[] {
  const { funding, costs, connected, eligible, whyNotEligible, levers } = judged;
  const gaining = gainingGigabit(judged);
  const byRadio = Math.round((judged.gigabitByRadio * judged.takeUpPercent.mid) / 100);
  const { plan, card } = input;
  const { items, claims } = card;
  const pulled = leversInForce(plan.levers, plan.question.worksFrom);
  const isPulled = (kind: 'voucher' | 'top-up'): boolean => pulled.some((lever) => lever.kind === kind);
  const each = (item: PlanItem): string => formulaNumber(items[item].value.mid);
  const isVoucherNotKnown = isPulled('voucher') && eligible === null && judged.served > 0;
  const benefit = items.poundsOfClaimedBenefitPerGigabitPremises;
  const said = claims.map(({ text, source }) => `“${text}” (${source?.publisher ?? 'nobody sourced it'})`);
  return [
    isVoucherNotKnown
      ? notKnownLine(
          'voucher',
          `Who has gigabit already is not known, so nobody counts on a voucher. ${whyNotEligible}`,
        )
      : line(
          'voucher',
          rangeAcross(funding.voucher),
          funding.whyNoVoucher
            ? `None. ${funding.whyNoVoucher}`
            : `${formulaNumber(funding.vouchers)} that take the service, get gigabit by it and are known to have none now × at most £${each('poundsOfVoucherPerPremises')}, and no more than is left to pay after the supplier’s share. ${PAIRED}`,
          {
            items: ['poundsOfVoucherPerPremises', 'leastPremisesForVoucher'],
            sources: (input.coverage?.layers ?? []).flatMap(({ technology, source }) =>
              technology === 'gigabit' ? [source] : [],
            ),
            rates: [],
            notes: [
              'That the premises are eligible in every other respect (no gigabit planned near by, no subsidised contract) is assumed; the scheme’s own check decides.',
            ],
          },
        ),
    isPulled('top-up') && isVoucherNotKnown
      ? notKnownLine(
          'top-up',
          `It is paid on vouchers, and how many are paid is not known. ${whyNotEligible}`,
        )
      : line(
          'top-up',
          rangeAcross(funding.topUp),
          !isPulled('top-up')
            ? 'None. The top-up lever is not pulled.'
            : funding.vouchers === 0
              ? 'None. It is paid on vouchers, and none is.'
              : `${formulaNumber(funding.vouchers)} vouchers × £${each('poundsOfTopUpPerPremises')}, and no more than is left to pay. ${PAIRED}`,
          { items: ['poundsOfTopUpPerPremises'], rates: [] },
        ),
    line(
      'supplier’s share',
      rangeAcross(funding.supplier),
      `${formulaNumber(connected.mid)} connected × £${each('poundsOfSupplierSharePerPremises')}, and no more than building costs. It pays first. ${PAIRED}`,
      { items: ['poundsOfSupplierSharePerPremises'], rates: [] },
    ),
    line(
      'gap',
      rangeAcross(funding.gap),
      `To build ${pounds(costs.capital)} − supplier’s share ${pounds(funding.supplier)} − vouchers ${pounds(funding.voucher)} − top-up ${pounds(funding.topUp)} = ${pounds(funding.gap)}.${isVoucherNotKnown ? ' Vouchers are not known and counted as none.' : ''}${costs.lackSentences.map((sentence) => ` ${sentence}`).join('')} ${PAIRED}`,
      { lacksAbove: costs.lacks, lacksBelow: isVoucherNotKnown ? ['vouchers'] : [] },
    ),
    levers.pence
      ? line(
          'cost of levers',
          levers.pence,
          levers.known.length === 0
            ? 'No lever is pulled.'
            : `What pulling them costs, whoever pays: ${levers.known.join('; ')}. Yearly sums over the term as they are worth today. What gathered demand connects is not in it: it is in building and running.`,
          {
            items: levers.items,
            rates: [],
            notes:
              levers.known.length > 0
                ? ['Costs of levers are assumed where the register names no source.']
                : [],
          },
        )
      : notKnownLine(
          'cost of levers',
          `Not known for: ${levers.notKnown.join('; ')}.${levers.known.length > 0 ? ` The others come to ${pounds(levers.knownPence)}: ${levers.known.join('; ')}.` : ''}`,
        ),
    lineOf(
      'claimed benefit',
      {
        value: exactly(Math.round(benefit.value.mid * gaining)),
        unit: 'pounds',
        // Shared out by the premises and counted by a take-up, neither of which anybody published.
        basis: 'assumed',
        items: ['poundsOfClaimedBenefitPerGigabitPremises'],
        sources: claims.flatMap(({ source }) => source ?? []),
        notes:
          eligible === null
            ? [
                `Who has gigabit already is not known, so all are counted as without it: fewer may gain. ${whyNotEligible ?? ''}`.trim(),
              ]
            : [],
        definition: `A claim, in no sum here, and as claimed, so without a range: ${formulaNumber(gaining)} that take the service and get gigabit by it${eligible === null ? ' (who has it already is not known)' : ' and have none now'} × £${each('poundsOfClaimedBenefitPerGigabitPremises')} each.${byRadio > 0 ? ` ${formulaNumber(byRadio)} of them have it by a radio link that they share, though full fibre is what the claim is of.` : ''}${said.length > 0 ? ` It is claimed: ${said.join(' ')}` : ''}`,
      },
      input,
    ),
  ];
}

const PAIRED =
  'The low gap is of cheap building with the high sums of the plan card paid towards it, the high gap of dear building with the low ones: supplier’s share, vouchers, top-up and gap are the building at each of these.';

/** Units that take the service and have gigabit by it that are not known to have it already, whole, at the middle take-up. */
function gainingGigabit({ eligible, gigabit, takeUpPercent }: Judged): number {
  return Math.round(((eligible ?? gigabit) * takeUpPercent.mid) / 100);
}

/** What every sum of money is made with. */
function madeWith({ costs, rates }: Judged, { card, rates: all }: EvaluationInput): Partial<LineMade> {
  const { radio } = costs;
  const ofRadio = [
    ...(radio?.assumed ?? []).map((name) => ({ name, source: null })),
    ...(radio
      ? (['termYears', 'discountPercent'] as const).map((key) => ({
          name: PRESENT_VALUE_WORDS[key].label,
          source: all[key].source,
        }))
      : []),
  ];
  return {
    rates: [...rates.filter(({ label }) => label !== TRENCH_WORDS.carbonKilogramsPerMetre.label), ...ofRadio],
    items: [
      ...(radio?.parts ?? []).flatMap(({ items }) => items).filter((item) => card.items[item]),
      ...(costs.trench.parts.some(({ what }) => what === 'consents') ? (['poundsForPlanning'] as const) : []),
    ],
  };
}

function partsInWords({ trench, radio }: Judged['costs'], isYearly: boolean): string {
  return [...trench.parts, ...(radio?.parts ?? [])]
    .filter((part) => part.isYearly === isYearly)
    .map(({ what, pence }) => `${pounds(pence)} (${what})`)
    .join(' + ');
}

function inPounds(pence: Spread): Spread {
  return mapSpread(pence, (one) => Math.round(one) / 100);
}

/** The mid figure. */
function pounds({ mid }: Spread): string {
  return `£${PENCE.format(Math.round(mid) / 100)}`;
}

const PENCE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
