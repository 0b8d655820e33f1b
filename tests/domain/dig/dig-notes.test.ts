import { describe, expect, it } from 'vitest';
import { digNotes } from '../../../src/domain/dig/dig-notes.ts';
import { unitNote } from '../../../src/domain/dig/unit-note.ts';
import { CROSS } from '../../builders/dig-ground.ts';
import { DIG_QUESTION } from '../../builders/small-digs.ts';

describe('notes of a dig', () => {
  it('say that its counts are of postcodes where its premises are', () => {
    const found = {
      absent: [],
      rootsFar: [],
      impossible: [],
      isStoppedEarly: false,
      behind: [],
      asked: 1,
      elsewhere: 0,
    };
    const notes = (unit: 'postcodes' | 'premises') => digNotes(DIG_QUESTION, CROSS, { ...found, unit });
    expect(notes('postcodes')[0]).toBe(unitNote('postcodes'));
    expect(notes('premises')).not.toContain(unitNote('postcodes'));
  });
});
