import { expect, test } from 'vitest';
import { chosenReading } from '../../../src/domain/geo/chosen-reading.ts';
import {
  COORDINATE_CHOICES,
  contentAsRead,
  splitContentAsRead,
} from '../../../src/domain/geo/coordinate-choice.ts';

test('a content keeps its name through every reading, whatever the name', () => {
  for (const contentId of ['file-3', 'a~b', 'file-3~british', '~']) {
    for (const coordinates of COORDINATE_CHOICES)
      expect(splitContentAsRead(contentAsRead({ contentId, coordinates }))).toEqual({
        contentId,
        coordinates,
      });
  }
  expect(splitContentAsRead(contentAsRead({ contentId: 'file-3' }))).toEqual({ contentId: 'file-3' });
  expect(splitContentAsRead('file-3~nonsense')).toEqual({ contentId: 'file-3~nonsense' });
});

test('every choice is a reading of its own, made by a person', () => {
  const readings = COORDINATE_CHOICES.map(chosenReading);
  expect(new Set(readings.map(({ system, swapped }) => `${system.name} ${swapped}`)).size).toBe(8);
  expect(readings.every(({ by }) => by === 'person')).toBe(true);
});
