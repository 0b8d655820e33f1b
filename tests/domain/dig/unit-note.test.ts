import { describe, expect, it } from 'vitest';
import { digOver } from '../../../src/domain/dig/dig-over.ts';
import { unitNote } from '../../../src/domain/dig/unit-note.ts';
import type { Unit } from '../../../src/domain/premises/premises-table.ts';
import { lastOf } from '../../builders/last-of.ts';
import { premisesOf } from '../../builders/premises.ts';
import { smallRates } from '../../builders/rate-cards.ts';
import { DIG_QUESTION, premisesAt } from '../../builders/small-digs.ts';
import { networkOf } from '../../builders/street-networks.ts';

const network = networkOf({
  nodes: [
    [0, 0],
    [100, 0],
  ],
  edges: [{ ends: [0, 1], street: 'A' }],
  fibre: { R: 0 },
});

const ask = (unit: Unit) =>
  lastOf(
    digOver(
      DIG_QUESTION,
      {
        network,
        premises: { ...premisesOf([premisesAt(50, 3)]), unit },
        rows: [0],
        rates: smallRates(),
        contents: [],
      },
      { isQuick: true },
    ),
  );

describe('what a dig counts', () => {
  it('is kept with its answer, and said where each stands for several addresses', () => {
    const { unit, notes } = ask('postcodes');
    expect(unit).toBe('postcodes');
    expect(notes).toContain(unitNote('postcodes'));
    expect(ask('premises').notes).not.toContain(unitNote('postcodes'));
    expect(unitNote('premises')).toBe(null);
    expect(unitNote('households')).toBe(null);
  });
});
