import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkBudget } from '../../../src/domain/radio/link-budget.ts';
import { deviceLines } from '../../../src/stores/derived/device-lines.ts';
import { budgetRows } from '../../../src/stores/derived/link-budget-lines.ts';
import { offeredDevices } from '../../../src/stores/derived/link-needs.ts';
import { linkText } from '../../../src/stores/derived/link-text.ts';
import { rateText } from '../../../src/stores/derived/rate-text.ts';
import { reachTable } from '../../../src/stores/derived/reach-table.ts';
import { zoneShareText, zoneWords } from '../../../src/stores/derived/zone-text.ts';
import { linkAnswer } from '../../builders/link-answers.ts';
import { projectOf } from '../../builders/project.ts';
import { townReach } from '../../builders/town-reach.ts';

const answer = linkAnswer({ surface: new Array<number>(80).fill(5), masts: [20, 20] });
const { budget } = answer;
if (!budget) throw new Error('It is reckoned.');

describe('a rate', () => {
  it('has one face: of a link, of premises in reach', () => {
    const odd = { ...answer, budget: { ...budget, megabitsPerSecond: 741.25 } };
    expect(linkText(odd).headline).toBe('741 Mbit/s');
    const reach = townReach();
    const megabitsPerSecond = reach.rows.megabitsPerSecond.slice().fill(741.25);
    const { cell } = reachTable({ ...reach, rows: { ...reach.rows, megabitsPerSecond } }, 'row', false);
    expect(cell(0, 'rate')).toBe('741 Mbit/s');
  });

  it('is never rounded up to gigabit', () => {
    expect([999.6, 999.99, 1000, 1443.75, 12.34, 99.96].map(rateText)).toEqual([
      '999 Mbit/s',
      '999 Mbit/s',
      '1,000 Mbit/s',
      '1,444 Mbit/s',
      '12.3 Mbit/s',
      '100 Mbit/s',
    ]);
  });
});

it('a radio’s facts are the same where it is offered and where it is listed', () => {
  const project = projectOf({ datasets: [] });
  const listed = new Map(deviceLines(project).offered.map(({ device, facts }) => [device.id, facts]));
  const offered = offeredDevices(project);
  expect(offered.length).toBeGreaterThan(2);
  for (const { device, facts } of offered) expect(facts).toBe(listed.get(device.id));
  expect(offered[0].facts).toMatch(/^[\d.]+ GHz, channel 2,160 MHz, point-to-multipoint$/);
});

it('a share of the Fresnel zone says what it is of, and is no endless number', () => {
  expect([-0.004, -0.3, 0.84, 1.24, 10, 86.04].map(zoneShareText)).toEqual([
    '0.00',
    '−0.30',
    '0.84',
    '1.2 times',
    '10 times',
    'over 10 times',
  ]);
  expect(zoneWords(0.84)).toBe('0.84 of the first Fresnel zone');
  expect(zoneWords(86.04)).toBe('over 10 times the first Fresnel zone');
});

describe('a budget as it is printed', () => {
  const printed = (text: string): number => Number(text.replace('−', '-').replace(/ .+$/, ''));

  it('has a signal over noise that is its level less its noise, whatever they are', () => {
    const decibels = fc.double({ min: -150, max: 50, noNaN: true });
    fc.assert(
      fc.property(decibels, decibels, (levelDbm, noiseDbm) => {
        const odd: LinkBudget = { ...budget, levelDbm, noiseDbm, snrDecibels: levelDbm - noiseDbm };
        const totalOf = (name: string): number =>
          printed(budgetRows(odd).find(({ what, isSum }) => isSum && what === name)?.value ?? '');
        const [level, noise, snr] = ['Level received', 'Noise', 'Signal over noise'].map(totalOf);
        expect(snr).toBeCloseTo(level - noise, 6);
        expect(Math.abs(snr - odd.snrDecibels)).toBeLessThan(0.0101);
        const facts = new Map(
          linkText({ ...answer, budget: odd }).facts.map((fact) => [fact.name, fact.value]),
        );
        expect(printed(facts.get('Signal over noise') ?? '')).toBe(snr);
        expect(printed(facts.get('Level received') ?? '')).toBe(level);
      }),
    );
  });
});
