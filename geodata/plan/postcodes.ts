import type { TownPlan } from './town-plan.ts';

/**
 * A postcode for each premises: some 16 neighbours along one street share one. The area is "ZX", which Royal Mail
 * does not use (the only area under Z is ZE, Shetland). Units take the letters that real ones take.
 */
export function postcodesOf(plan: TownPlan): string[] {
  const postcodes: string[] = [];
  let unit = -1;
  let left = 0;
  let street = -1;
  let building = -1;
  for (const one of plan.premises) {
    const isElsewhere = one.street !== street;
    if (isElsewhere || (left <= 0 && one.building !== building)) {
      unit++;
      left = 14 + ((unit * 7) % 11);
    }
    left--;
    street = one.street;
    building = one.building;
    postcodes.push(postcodeOf(unit));
  }
  return postcodes;
}

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

function postcodeOf(unit: number): string {
  const first = LETTERS[Math.floor(unit / 20) % 20];
  const second = LETTERS[unit % 20];
  const sector = Math.floor(unit / 400) % 9;
  return `ZX${Math.floor(unit / 3600) + 1} ${sector + 1}${first}${second}`;
}
