import { describe, expect, it } from 'vitest';
import { hoursADay } from '../../../src/domain/cost/hours-a-day.ts';

describe('hours of a day in words', () => {
  it.each([
    ['07:00–09:30 and 16:00–18:30', 5],
    ['Mon-Fri 0700-0930, 1600-1900', 5.5],
    ['7am to 10am', 3],
    ['7–9 am; 4pm-6.30pm', 4.5],
    ['11pm - 5am', 6],
    ['12 pm until 2 pm', 2],
    ['07:00-10:00, 09:00-12:00', 5],
    ['24 hours', 24],
    ['all day', 24],
    ['peak hours', null],
    ['25:00-26:00', null],
    ['', null],
  ])('%j: %s', (text, hours) => {
    expect(hoursADay(text)).toBe(hours);
  });
});
