import { describe, expect, it } from 'vitest';
import type { SeenSite } from '../../../src/domain/radio/sees-answer.ts';
import { seesLines } from '../../../src/stores/derived/sees-lines.ts';
import { townRooftop, townSees } from '../../builders/town-reach.ts';

const seen = townSees([townRooftop('high', 200), townRooftop('low', 0.5)]);
const lineOf = (site: SeenSite, other: Partial<SeenSite>) =>
  seesLines({ ...seen, sites: [{ ...site, ...other }] })[0];

describe('what would fix a link', () => {
  const [clear, blocked] = seen.sites;

  it('is a mast only where the signal would hold over the path that it clears', () => {
    expect(clear.quality).toBe('clear');
    expect(lineOf(clear, {}).fix).toBe(null);
    expect(blocked.quality).toBe('blocked');
    const fixed = { clearMastMetres: 18.4, clearMarginDecibels: 3 };
    expect(lineOf(blocked, fixed).fix).toMatch(/^A mast of 18\.4 m on its roof would clear the path/);
    expect(lineOf(blocked, { ...fixed, clearMarginDecibels: -62.3 }).fix).toBe(
      'No mast would do: even over a clear path the signal is 62.30 dB short of the lowest rate with this radio. A nearer site or another radio may.',
    );
    expect(lineOf(blocked, { ...fixed, clearMastMetres: null }).fix).toBe(
      'No mast up to 30 m would clear the path.',
    );
    expect(lineOf(blocked, { ...fixed, clearMarginDecibels: null }).fix).toBe(
      'Whether the link would hold from a mast is not known.',
    );
  });

  it('is none over a clear path that is too weak, and by how much', () => {
    const { budget } = clear.link;
    if (!budget) throw new Error('It is reckoned.');
    const link = { ...clear.link, budget: { ...budget, marginDecibels: -9.25 }, budgetBack: null };
    expect(lineOf(clear, { quality: 'too weak', link }).fix).toMatch(/^No mast would do: .+ 9\.25 dB short/);
  });
});

describe('the rate of a link', () => {
  const [clear] = seen.sites;

  it('says why it is not reckoned', () => {
    const link = {
      ...clear.link,
      budget: null,
      budgetBack: null,
      reasons: ['Heights on the way are not known.'],
    };
    expect(lineOf(clear, { quality: 'not known', link }).rate).toBe(
      'not reckoned (Heights on the way are not known)',
    );
    const silent = { ...link, reasons: [] };
    const reason = 'it is at the roof’s own place';
    expect(lineOf(clear, { quality: 'no link', reason, link: silent }).rate).toBe(`not reckoned (${reason})`);
  });

  it('is as every other place prints it, and none where nothing comes back', () => {
    const { budget } = clear.link;
    if (!budget) throw new Error('It is reckoned.');
    const link = { ...clear.link, budget: { ...budget, megabitsPerSecond: 741.25, countsAsGigabit: false } };
    expect(lineOf(clear, { link: { ...link, budgetBack: null } }).rate).toBe(
      '741 Mbit/s, usable, not gigabit',
    );
    const budgetBack = { ...budget, megabitsPerSecond: 0 };
    expect(lineOf(clear, { link: { ...link, budgetBack } }).rate).toMatch(/^741 Mbit\/s to it, none back/);
  });
});
