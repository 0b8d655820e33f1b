import type { Random } from '../ground/random.ts';

/** The fictional borough. No place of this name is in the Ordnance Survey's list of settlements as far as known. */
export const BOROUGH_NAME = 'Wrenminster';

/** Hands out names of places, each once; towns have plain ones. */
export class PlaceNames {
  private readonly plain: string[];
  private readonly dressed: string[];
  private given = 0;

  constructor(random: Random) {
    const all = random.shuffled(
      STEMS.flatMap((stem, i) =>
        ENDINGS.filter((_, j) => (i * 7 + j * 3) % 5 < 2).map((ending) => stem + ending),
      ),
    );
    const parents = all.slice(0, all.length / 2);
    this.plain = [BOROUGH_NAME, ...all];
    this.dressed = random.shuffled(
      parents.flatMap((name) => [`Great ${name}`, `Little ${name}`, `${name} Green`, `Nether ${name}`]),
    );
  }

  next(kind: 'town' | 'village'): string {
    const isPlain = kind === 'town' || this.given++ % 2 === 0;
    const name =
      (isPlain ? this.plain.shift() : this.dressed.shift()) ?? this.dressed.shift() ?? this.plain.shift();
    // The lists hold names for some 350 places; a county of more goes on with numbers.
    return name ?? `Farthing ${this.given}`;
  }
}

/** Hands out names for one street, free in every settlement that has a door on it. */
export class StreetNames {
  private readonly taken: readonly Set<string>[];

  /** `taken`: the names each of those settlements has already; the new one is added to all. */
  constructor(taken: readonly Set<string>[]) {
    this.taken = taken;
  }

  next(random: Random, kinds: readonly string[], stems: readonly string[] = STREET_STEMS): string {
    for (let attempt = 0; ; attempt++) {
      const before = attempt > 40 ? `${random.pick(QUARTERS)} ` : '';
      const name = `${before}${random.pick(attempt > 20 ? STREET_STEMS : stems)} ${random.pick(attempt > 80 ? ALL_KINDS : kinds)}`;
      if (this.take(name)) return name;
    }
  }

  /** The name itself where it is free, else with a word before it. */
  given(random: Random, name: string): string {
    for (let attempt = 0; attempt < 40; attempt++) {
      const candidate = attempt === 0 ? name : `${random.pick(QUARTERS)} ${name}`;
      if (this.take(candidate)) return candidate;
    }
    return this.next(random, ['Road']);
  }

  private take(name: string): boolean {
    if (this.taken.some((names) => names.has(name))) return false;
    for (const names of this.taken) names.add(name);
    return true;
  }
}

const STEMS = [
  'Quill',
  'Hobmars',
  'Sallow',
  'Brindle',
  'Lusk',
  'Garrow',
  'Pellow',
  'Oskel',
  'Dunner',
  'Witter',
  'Marlis',
  'Tarrow',
  'Fosker',
  'Crane',
  'Thrussel',
  'Yarrow',
  'Elming',
  'Harrel',
  'Corving',
  'Ludder',
];
const ENDINGS = [
  'by',
  'ham',
  'wick',
  'cote',
  'thorpe',
  'ley',
  'mere',
  'worth',
  'combe',
  'stead',
  'den',
  'croft',
  'hurst',
  'marsh',
  'holme',
];
const QUARTERS = ['Upper', 'Lower', 'North', 'South', 'East', 'West', 'Old', 'New', 'Little', 'Far'];
const ALL_KINDS = [
  'Road',
  'Street',
  'Avenue',
  'Lane',
  'Close',
  'Drive',
  'Way',
  'Gardens',
  'Grove',
  'Walk',
  'Place',
  'Rise',
  'View',
  'Mews',
];

export const TREES = [
  'Alder',
  'Ash',
  'Aspen',
  'Beech',
  'Birch',
  'Cedar',
  'Elm',
  'Hawthorn',
  'Hazel',
  'Holly',
  'Juniper',
  'Laurel',
  'Lime',
  'Maple',
  'Oak',
  'Pine',
  'Poplar',
  'Rowan',
  'Sycamore',
  'Walnut',
  'Willow',
  'Yew',
];
export const BIRDS = [
  'Avocet',
  'Bunting',
  'Curlew',
  'Dunlin',
  'Fieldfare',
  'Goldfinch',
  'Heron',
  'Jay',
  'Kestrel',
  'Lapwing',
  'Linnet',
  'Martin',
  'Merlin',
  'Nightingale',
  'Osprey',
  'Partridge',
  'Plover',
  'Redwing',
  'Siskin',
  'Skylark',
  'Swift',
  'Teal',
  'Wagtail',
  'Wren',
];
export const WRITERS = [
  'Austen',
  'Blake',
  'Brontë',
  'Burns',
  'Byron',
  'Chaucer',
  'Clare',
  'Coleridge',
  'Dickens',
  'Dryden',
  'Eliot',
  'Gaskell',
  'Hardy',
  'Keats',
  'Kipling',
  'Marlowe',
  'Milton',
  'Rossetti',
  'Shelley',
  'Tennyson',
  'Wordsworth',
];
export const VICTORIANS = [
  'Albert',
  'Albion',
  'Alma',
  'Balaclava',
  'Balfour',
  'Clarence',
  'Cobden',
  'Cromwell',
  'Disraeli',
  'Gladstone',
  'Gordon',
  'Havelock',
  'Inkerman',
  'Jubilee',
  'Lorne',
  'Nelson',
  'Palmerston',
  'Peel',
  'Raglan',
  'Russell',
  'Salisbury',
  'Stanley',
  'Trafalgar',
  'Victoria',
  'Wellington',
  'Wolseley',
];
export const OLD_TOWN = [
  'Abbot',
  'Barn',
  'Butcher',
  'Castle',
  'Chandler',
  'Chantry',
  'Cheese',
  'Cloth',
  'Corn',
  'Fish',
  'Friar',
  'Goose',
  'Guild',
  'Horse',
  'Lamb',
  'Mercer',
  'Minster',
  'Pound',
  'Saddler',
  'Sheep',
  'Tanner',
  'Weaver',
  'Wool',
];
const STREET_STEMS = [
  ...TREES,
  ...WRITERS,
  ...VICTORIANS,
  ...[
    'Abbey',
    'Bank',
    'Barton',
    'Brook',
    'Chapel',
    'Church',
    'Copse',
    'Croft',
    'Dale',
    'Fen',
    'Field',
    'Forge',
    'Glebe',
    'Grange',
    'Hall',
    'Heath',
    'Hill',
    'Kiln',
    'Lodge',
    'Manor',
    'Marsh',
    'Meadow',
    'Mill',
    'Moor',
    'Orchard',
    'Paddock',
    'Park',
    'Pinfold',
    'Priory',
    'Quarry',
    'Rectory',
    'School',
    'Spinney',
    'Spring',
    'Tithe',
    'Vale',
    'Vicarage',
    'Warren',
    'Well',
    'Windmill',
  ],
];
