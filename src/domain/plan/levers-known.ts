import type { Source } from '../project/figure.ts';
import type { Range } from '../project/range.ts';
import type { BarrierKind } from './barrier.ts';
import type { Lever, LeverKind } from './lever.ts';

/** A lever as the catalogue has it: what it does and what is known of its cost, before it is pulled for anything. */
export interface KnownLever {
  /** Unique in the catalogue; the first part of the id of a lever made of it. */
  readonly key: string;
  readonly kind: LeverKind;
  readonly title: string;
  /** What changes when it is pulled, as a sentence. */
  readonly does: string;
  readonly removes: readonly BarrierKind[];
  /** What it can be pulled for one by one; null: for the whole plan only. */
  readonly placesAre: 'roofs' | 'streets' | null;
  readonly owner: string;
  /** What it costs the council once, whatever is built; null: it depends on what is built, or is not known. */
  readonly cost: Range | null;
  /** What the council gives up or pays, as a sentence. */
  readonly costsCouncil: string;
  /** Of the lever itself; null: nobody sourced it. */
  readonly source: Source | null;
}

/** Every lever of product and policy that a plan can pull, in the order shown. */
export const LEVERS_KNOWN: readonly KnownLever[] = [
  {
    key: 'council-roof access',
    kind: 'council-roof access',
    title: 'Open the council’s roofs and columns',
    does: 'Every roof, mast and lighting column of the council is to be had on one agreement, whoever was silent or refused before. The rent is the council’s own either way.',
    removes: ['wayleave'],
    placesAre: 'roofs',
    owner: theCouncil(),
    cost: null,
    costsCouncil: 'An agreement to be drawn up; what that costs is not known. It forgoes no rent by it.',
    source: techUk('Access to public-sector land and buildings'),
  },
  {
    key: 'live columns',
    kind: 'council-roof access',
    title: 'Keep power on the council’s columns and roofs',
    does: 'Lighting columns stay live by day, and roofs without a supply are joined to the building’s: no new supply is paid for.',
    removes: ['no power'],
    placesAre: 'roofs',
    owner: theCouncil(),
    cost: null,
    costsCouncil: 'The supply, which the council then brings; what that costs it is not known.',
    source: null,
  },
  {
    key: 'standard wayleave',
    kind: 'standard wayleave',
    title: 'One standard wayleave',
    does: 'Owners who are silent, or were not asked, sign as soon as a willing one does. Who refuses still refuses.',
    removes: ['wayleave'],
    placesAre: 'roofs',
    owner: 'the council, with landlords',
    cost: { low: 1000, mid: 3000, high: 8000, unit: '£', basis: 'assumed' },
    costsCouncil: 'A lawyer’s time to draft it and to bring landlords round a table, once.',
    source: panelOf2017(),
  },
  {
    key: 'rates relief',
    kind: 'rates relief',
    title: 'Relief from business rates',
    does: 'Hubs pay no business rates.',
    removes: ['business rates'],
    placesAre: 'roofs',
    owner: 'the council, or the government',
    cost: null,
    costsCouncil:
      'The rates of each hub, as long as relief is given: nothing is saved by it, the cost only moves from who builds to the council.',
    source: {
      title: 'Local Government Finance Act 1988, section 47: discretionary relief',
      publisher: 'legislation.gov.uk',
      date: '1988',
      licence: null,
      url: 'https://www.legislation.gov.uk/ukpga/1988/41/section/47',
    },
  },
  {
    key: 'planning reform',
    kind: 'planning reform',
    title: 'No prior approval for antennas on roofs',
    does: 'Antennas on roofs go up without an application for prior approval.',
    removes: ['planning prior approval'],
    placesAre: 'roofs',
    owner: 'the government; a council by a local development order',
    cost: null,
    costsCouncil: 'The fees of the applications that are no longer made; how much is not known.',
    source: techUk('Planning reform'),
  },
  {
    key: 'heritage order',
    kind: 'planning reform',
    title: 'Consent in advance on protected buildings and areas',
    does: 'Small antennas of an agreed design are consented to in advance on listed buildings and in conservation areas.',
    removes: ['listed building or conservation area'],
    placesAre: 'roofs',
    owner: 'the local planning authority',
    cost: null,
    costsCouncil: 'An order to be written, consulted on and made; how much is not known.',
    source: {
      title:
        'Planning (Listed Buildings and Conservation Areas) Act 1990, section 26D: local listed building consent orders',
      publisher: 'legislation.gov.uk',
      date: '1990',
      licence: null,
      url: 'https://www.legislation.gov.uk/ukpga/1990/9/section/26D',
    },
  },
  {
    key: 'section 58 waiver',
    kind: 'permit waiver',
    title: 'Let protected streets be dug',
    does: 'A street that is protected after recent works may be dug before its date.',
    removes: ['road-works restriction'],
    placesAre: 'streets',
    owner: 'the street authority',
    cost: null,
    costsCouncil: 'A new surface cut open again; what that is worth is not known.',
    source: {
      title:
        'New Roads and Street Works Act 1991, section 58: restriction on works after substantial road works',
      publisher: 'legislation.gov.uk',
      date: '1991',
      licence: null,
      url: 'https://www.legislation.gov.uk/ukpga/1991/22/section/58',
    },
  },
  {
    key: 'permit-fee waiver',
    kind: 'permit waiver',
    title: 'Waive permit fees',
    does: 'Permits for works in the street cost nothing; they are still needed.',
    removes: ['permit'],
    placesAre: null,
    owner: 'the street authority',
    cost: null,
    costsCouncil: 'The fees of the days of works.',
    source: panelOf2017(),
  },
  {
    key: 'lane-rental waiver',
    kind: 'permit waiver',
    title: 'Waive lane rental',
    does: 'No rent is charged for the lane that works take up.',
    removes: ['lane rental'],
    placesAre: 'streets',
    owner: 'the street authority',
    cost: null,
    costsCouncil: 'The rent of the days of works in those streets.',
    source: {
      title: 'Lane rental schemes: guidance for English highway authorities',
      publisher: 'Department for Transport',
      date: '2025-04-03',
      licence: 'Open Government Licence v3.0',
      url: null,
    },
  },
  {
    key: 'working hours',
    kind: 'permit waiver',
    title: 'Let works be done in traffic-sensitive hours',
    does: 'Works in traffic-sensitive streets need no more traffic management than elsewhere, and go on all day.',
    removes: ['traffic-sensitive street'],
    placesAre: 'streets',
    owner: 'the street authority',
    cost: null,
    costsCouncil: 'Delays to traffic; what they come to is not known.',
    source: null,
  },
  {
    key: 'dig-once',
    kind: 'dig-once',
    title: 'Dig once',
    does: 'Where another is going to dig up a street and lets a duct in, the trench is shared with them.',
    removes: [],
    placesAre: 'streets',
    owner: 'the street authority, with those who dig',
    cost: null,
    costsCouncil: 'Somebody to keep the calendar and bring the works together; what that costs is not known.',
    source: panelOf2017(),
  },
  {
    key: 'spectrum sharing',
    kind: 'spectrum sharing',
    title: 'Share spectrum that others hold',
    does: 'A radio whose band belongs to other holders may be used where they do not use it.',
    removes: ['spectrum'],
    placesAre: null,
    owner: 'Ofcom, with the holders of the licence',
    cost: { low: 0, mid: 0, high: 0, unit: '£', basis: 'assumed' },
    costsCouncil: 'Nothing: it is between Ofcom, the holders and who builds.',
    source: techUk('Spectrum defragmentation'),
  },
  {
    key: 'voucher',
    kind: 'voucher',
    title: 'Gigabit vouchers',
    does: 'Each home and firm that takes a gigabit service brings its voucher, by the rule in the register.',
    removes: ['missing demand'],
    placesAre: null,
    owner: 'the government (Building Digital UK)',
    cost: { low: 0, mid: 0, high: 0, unit: '£', basis: 'published' },
    costsCouncil: 'Nothing: the government pays.',
    source: {
      title: 'Gigabit Broadband Voucher Scheme: up to £4,500 a home or business',
      publisher: 'Building Digital UK',
      date: '2025-10-17',
      licence: 'Open Government Licence v3.0',
      url: null,
    },
  },
  {
    key: 'top-up',
    kind: 'top-up',
    title: 'The council tops vouchers up',
    does: 'The council adds to each voucher.',
    removes: ['missing demand'],
    placesAre: null,
    owner: theCouncil(),
    cost: null,
    costsCouncil: 'The top-up of each premises that has a voucher: the line “top-up” of the plan.',
    source: {
      title: 'Some councils top vouchers up: Northumberland to £7,000',
      publisher: 'Northumberland County Council',
      date: null,
      licence: null,
      url: null,
    },
  },
  {
    key: 'demand aggregation',
    kind: 'demand aggregation',
    title: 'Bring demand together',
    does: 'Neighbours sign up together before anything is built: more of those served take the service. More customers need more radios and connections, so that building and running may cost more.',
    removes: ['missing demand'],
    placesAre: null,
    owner: 'the council, with residents and firms',
    cost: { low: 2000, mid: 8000, high: 25_000, unit: '£', basis: 'assumed' },
    costsCouncil:
      'Somebody’s time, meetings and letters, once. The connections that it brings are in the lines of what is built.',
    source: panelOf2017(),
  },
];

/** The catalogue's lever of a key. Throws RangeError for none. */
export function knownLever(key: string): KnownLever {
  const known = LEVERS_KNOWN.find((one) => one.key === key);
  if (!known) throw new RangeError(`No lever is called ${key}.`);
  return known;
}

/** Of the catalogue, what a plan's lever was made of; null: a person or a file of before made it. */
export function knownOf({ id }: Pick<Lever, 'id'>): KnownLever | null {
  return LEVERS_KNOWN.find(({ key }) => id === key || id.startsWith(`${key}: `)) ?? null;
}

/** A lever ready to be pulled, for some roofs or streets (ids), or for all. The same for the same places in any order. */
export function leverFrom(key: string, places: readonly string[] | null): Lever {
  const { kind, removes, owner, cost, source } = knownLever(key);
  const named = places === null ? null : [...new Set(places)].sort();
  const id = named === null ? key : `${key}: ${named.join(', ')}`;
  return { id, kind, removes, places: named, owner, cost, from: null, until: null, source };
}

function theCouncil(): string {
  return 'the council';
}

function techUk(title: string): Source {
  return { title, publisher: 'techUK, what it asked for', date: '2020', licence: null, url: null };
}

function panelOf2017(): Source {
  return {
    title: 'What London’s panel asked for: vouchers, joined-up councils, more rooftop radio',
    publisher: 'London’s connectivity panel',
    date: '2017',
    licence: null,
    url: null,
  };
}
