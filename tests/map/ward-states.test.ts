import { describe, expect, it } from 'vitest';
import { WardStates } from '../../src/map/ward-states.ts';
import { FakeMap } from './fake-map.ts';

function mapWithWards() {
  const map = new FakeMap();
  map.addSource('wards', { type: 'vector', tiles: [] });
  return { map, states: new WardStates(map.asMap(), 'wards') };
}

describe('feature states of wards', () => {
  it('are written only where they differ', () => {
    const { map, states } = mapWithWards();
    states.setAll(
      'class',
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    );
    const before = map.writes;
    states.setAll(
      'class',
      new Map([
        ['a', '1'],
        ['b', '3'],
      ]),
    );
    expect(map.writes).toBe(before + 1);
    expect(Object.fromEntries(map.states)).toEqual({ a: { class: '1' }, b: { class: '3' } });
  });

  it('move from ward to ward', () => {
    const { map, states } = mapWithWards();
    states.setOne('hover', 'a');
    states.setOne('selected', 'a');
    states.setOne('hover', 'b');
    states.setOne('selected', null);
    expect(Object.fromEntries(map.states)).toEqual({ a: {}, b: { hover: true } });
  });

  it('are written again after the source was made anew', () => {
    const { map, states } = mapWithWards();
    states.setOne('selected', 'a');
    map.removeSource('wards');
    states.setOne('selected', 'b');
    map.addSource('wards', { type: 'vector', tiles: [] });
    states.forget();
    states.setOne('selected', 'b');
    expect(Object.fromEntries(map.states)).toEqual({ b: { selected: true } });
  });
});
