import type { HubRoof } from '../plan/hub-roof.ts';
import type { PlanRadio } from '../plan/plan-question.ts';
import type { RooftopSite } from '../radio/rooftop-site.ts';
import type { Roofs } from '../terrain/roofs.ts';

/**
 * The roofs that a project names: its sites, then those of its files of roof access. A site on the building of a listed roof is one roof with it: it stands where and as high as the site does, and what is known of
 * its owner holds, so that nobody who refused is asked by another name.
 */
export function listedRoofs(
  sites: readonly RooftopSite[],
  access: readonly HubRoof[],
  roofs: Roofs | null,
): HubRoof[] {
  // A file of a later date has the last word of a roof that is called the same.
  const known = [...new Map(access.map((roof) => [roof.id, roof])).values()];
  const taken = new Set<string>();
  const placed = sites.map((site): HubRoof => {
    const own = roofOfSite(site);
    const same = known.find((roof) => !taken.has(roof.id) && isOneRoof(roof, site, roofs));
    if (!same) return own;
    taken.add(same.id);
    const { kind, owner, isCouncils, wayleave, askedOn, hasPower, from } = same;
    return {
      ...own,
      kind,
      owner: owner ?? own.owner,
      isCouncils: isCouncils ?? own.isCouncils,
      wayleave,
      askedOn,
      hasPower,
      from,
    };
  });
  return [...placed, ...known.filter(({ id }) => !taken.has(id))];
}

/** What a person says of an owner holds against the files. */
export function withWayleaves(
  roofs: readonly HubRoof[],
  { wayleaves }: Pick<PlanRadio, 'wayleaves'>,
): HubRoof[] {
  const said = new Map(wayleaves.map(({ roof, wayleave }) => [roof, wayleave]));
  return roofs.map((roof) => ({ ...roof, wayleave: said.get(roof.id) ?? roof.wayleave }));
}

function roofOfSite({ id, name, lon, lat, antennaMetres, above, owner }: RooftopSite): HubRoof {
  return {
    id: `site:${id}`,
    name,
    kind: 'site',
    lon,
    lat,
    antennaMetres,
    above,
    owner,
    isCouncils: owner !== null && /\bcouncil\b/i.test(owner) ? true : null,
    wayleave: 'not asked',
    askedOn: null,
    hasPower: null,
    from: null,
  };
}

type Place = { readonly lon: number; readonly lat: number };

function isOneRoof(one: Place, other: Place, roofs: Roofs | null): boolean {
  if (one.lon === other.lon && one.lat === other.lat) return true;
  const building = roofs?.at(one.lon, one.lat) ?? -1;
  return building >= 0 && building === roofs?.at(other.lon, other.lat);
}
