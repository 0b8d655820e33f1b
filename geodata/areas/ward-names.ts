import type { Position } from '../ground/position.ts';
import type { Random } from '../ground/random.ts';
import type { TownPlan } from '../plan/town-plan.ts';

/** A ward bears the name of the settlement most of it lives in; a town's wards names of their own. */
export function wardNames(
  plan: TownPlan,
  wardCount: number,
  wardAt: (position: Position) => number,
  random: Random,
): string[] {
  const counts = Array.from({ length: wardCount }, () => new Map<number, number>());
  for (const one of plan.premises) {
    const count = counts[wardAt(one.position)];
    count.set(one.settlement, (count.get(one.settlement) ?? 0) + 1);
  }
  const quarters = random.shuffled(QUARTERS);
  const used = new Set<string>();
  return counts.map((count) => {
    const [first, second] = [...count.entries()]
      .sort((a, b) => b[1] - a[1])
      .map(([index]) => plan.settlements[index]);
    const candidates =
      first.kind === 'village'
        ? [
            first.name,
            second && second.kind === 'village' ? `${first.name} and ${second.name}` : `${first.name} Rural`,
          ]
        : [];
    for (const name of [
      ...candidates,
      ...(first.index === 0 ? quarters : SIDES.map((side) => `${first.name} ${side}`)),
    ]) {
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
    const name = `${first.name} ${used.size + 1}`;
    used.add(name);
    return name;
  });
}

const SIDES = [
  'North',
  'South',
  'East',
  'West',
  'Central',
  'Abbey',
  'Castle',
  'Riverside',
  'Station',
  'Priory',
  'Parkside',
  'Highfield',
  'Millbank',
  'Fairfield',
  'Greenhill',
  'Kingsmead',
  'Beacon',
  'Market',
  'Minster',
  'Coppice',
  'Larkrise',
  'Southgate',
  'Westgate',
  'Eastgate',
  'Northgate',
  'Thornbank',
  'Brickfields',
  'Spinney',
  'Windmill',
];
const QUARTERS = [
  'Abbey',
  'Castle',
  'Priory',
  'Northfields',
  'Meadowbank',
  'Station',
  'Minster',
  'Riverside',
  'Parkside',
  'Kingsmead',
  'Highfield',
  'Westgate',
  'Eastgate',
  'Southgate',
  'Millbank',
  'Coppice',
  'Old Town',
  'Beacon Hill',
  'Larkrise',
  'Thornbank',
  'Victoria',
  'Market',
  'Canalside',
  'Fairfield',
  'Greenhill',
  'Harbour Lane',
  'Brickfields',
  'Water Lane',
  'Spinney',
  'Windmill',
];
