import { describe, expect, it } from 'vitest';
import { gatherRoofs } from '../../../src/domain/hubs/gather-roofs.ts';
import { listedRoofs } from '../../../src/domain/hubs/listed-roofs.ts';
import type { RoofsToGather } from '../../../src/domain/hubs/roofs-to-gather.ts';
import type { HubRoof } from '../../../src/domain/plan/hub-roof.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { squareFootprints } from '../../builders/footprints.ts';
import { flatGrid, gridOf } from '../../builders/height-grids.ts';
import { hubInput, placeOn, roofOn } from '../../builders/hub-ground.ts';
import { lastOf } from '../../builders/last-of.ts';

const CELL = 5;
const SIDE = 200;
/** A town of blocks of 20 m every 50 m, the one at (500, 500) highest. */
const corners = Array.from(
  { length: 225 },
  (_, i) => [50 * (i % 15) + 150, 50 * Math.floor(i / 15) + 150] as const,
);
const town = gridOf(
  Array.from({ length: SIDE }, (_, row) =>
    Array.from({ length: SIDE }, (_, column) => {
      const [x, y] = [column * CELL, (SIDE - 1 - row) * CELL];
      const isBlock = x >= 150 && y >= 150 && x < 900 && y < 900 && x % 50 < 20 && y % 50 < 20;
      return isBlock
        ? 10 + ((x * 7 + y * 3) % 11) + (x >= 500 && x < 520 && y >= 500 && y < 520 ? 30 : 0)
        : 0;
    }),
  ),
  { cellMetres: CELL },
);
const roofs = new Roofs(squareFootprints(town, corners, 20), town);
const places = corners.slice(0, 60).map(([x, y], i) => placeOn(town, `p${i}`, [x + 10, y + 10]));

function gathered(given: Partial<RoofsToGather> = {}) {
  const { question, ...ground } = hubInput(town, { places, candidates: [], roofs });
  return lastOf(
    gatherRoofs({
      ...ground,
      question,
      listed: [],
      footprints: { contentId: 'buildings', nameOf: (row) => (row === 112 ? 'Tower' : '') },
      ...given,
    }),
  );
}

describe('gatherRoofs', () => {
  it('takes a candidate of each of the highest buildings around, on its own roof', () => {
    const found = gathered().roofs;
    expect(found).toHaveLength(40);
    expect(new Set(found.map(({ id }) => id)).size).toBe(40);
    for (const { id, lon, lat, owner, wayleave, from } of found) {
      expect(`building:${roofs.at(lon, lat)}`).toBe(id);
      expect({ owner, wayleave, contentId: from?.contentId }).toEqual({
        owner: null,
        wayleave: 'not asked',
        contentId: 'buildings',
      });
    }
    const { question } = hubInput(town, { places, candidates: [], question: { radiusMetres: 1000 } });
    expect(gathered({ question }).roofs.map(({ name }) => name)).toContain('Tower');
    expect(gathered()).toEqual(gathered());
  });

  it('leaves out who is beyond the radius, and no second candidate stands on a listed roof', () => {
    const listed = [roofOn(town, 'near', [505, 505]), roofOn(town, 'far', [990, 990])];
    const ids = gathered({ listed }).roofs.map(({ id }) => id);
    expect(ids[0]).toBe('near');
    expect(ids).not.toContain('far');
    expect(ids).not.toContain('building:112');
  });

  it('thins many listed roofs to a hundred that see most, and says so', () => {
    const listed = Array.from({ length: 150 }, (_, i) =>
      roofOn(town, `r${i}`, [155 + 50 * (i % 15), 155 + 50 * Math.floor(i / 15)]),
    );
    const { roofs: found, notes } = gathered({ listed });
    expect(found.filter(({ id }) => id.startsWith('r'))).toHaveLength(100);
    expect(notes[0]).toBe('50 listed roofs were left out, as others see more of these premises.');
  });

  it('names every roof of the council within the radius, thinned or not', () => {
    const listed = Array.from({ length: 150 }, (_, i) =>
      roofOn(town, `r${i}`, [155 + 50 * (i % 15), 155 + 50 * Math.floor(i / 15)], {
        isCouncils: i % 2 === 0,
      }),
    );
    const bare = roofOn(town, 'off', [-20, 500], { isCouncils: true });
    const { councils } = gathered({ listed: [...listed, bare] });
    expect(councils.roofs.map(({ id }) => id)).toEqual(
      listed.flatMap(({ id }, i) => (i % 2 === 0 ? [id] : [])),
    );
    expect(councils.roofs).toHaveLength(75);
  });

  it('takes what a person says of an owner, and listed roofs alone without footprints', () => {
    const listed = [roofOn(town, 'near', [505, 505])];
    const { question } = hubInput(town, { places, candidates: [] });
    const wayleaves = [{ roof: 'near', wayleave: 'refusing', reason: 'Told us so' } as const];
    const said = gathered({ listed, roofs: null, question: { ...question, wayleaves } });
    expect(said.roofs.map(({ id, wayleave }) => [id, wayleave])).toEqual([['near', 'refusing']]);
    expect(said.notes.join(' ')).toContain('No building footprints are loaded');
  });

  it('leaves out a roof whose height is not known', () => {
    const bare = flatGrid(20, 0, 50);
    const listed = [roofOn(bare, 'off', [1050, 500])];
    const { notes, roofs: found } = gathered({
      ...hubInput(bare, { places: [placeOn(bare, 'p', [980, 500])], candidates: [] }),
      roofs: null,
      listed,
    });
    expect(found).toEqual([]);
    expect(notes[0]).toBe('1 listed roof was left out, as no height is known at its place.');
  });
});

describe('listedRoofs', () => {
  const site = {
    id: 's1',
    name: 'Our mast',
    ...at([505, 505]),
    antennaMetres: 6,
    above: 'surface',
    fromContentId: null,
    owner: null,
    overrides: [],
  } as const;

  it('is one roof with a site on the same building: where the site stands, as the owner answered', () => {
    const access = [roofOn(town, 'access:1', [512, 512], { wayleave: 'refusing', owner: 'Foxglove Living' })];
    expect(listedRoofs([site], access, roofs)).toMatchObject([
      { id: 'site:s1', name: 'Our mast', antennaMetres: 6, wayleave: 'refusing', owner: 'Foxglove Living' },
    ]);
    expect(listedRoofs([site], access, null)).toHaveLength(2);
  });

  it('keeps one of two roofs that are called the same, as the later file has it', () => {
    const twice: HubRoof[] = [
      roofOn(town, 'access:1', [512, 512], { wayleave: 'silent' }),
      roofOn(town, 'access:1', [512, 512], { wayleave: 'willing' }),
    ];
    expect(listedRoofs([], twice, roofs).map(({ wayleave }) => wayleave)).toEqual(['willing']);
  });

  function at(place: readonly [number, number]) {
    const { lon, lat } = roofOn(town, '', place);
    return { lon, lat };
  }
});
