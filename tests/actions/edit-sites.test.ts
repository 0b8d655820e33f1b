import { describe, expect, it } from 'vitest';
import { addSites, editSite, moveSite, removeSite } from '../../src/actions/edit-sites.ts';
import { pickPlace, startPicking } from '../../src/actions/pick-place.ts';
import { setLinkEnds, setNextSite } from '../../src/actions/set-rooftops-view.ts';
import { makeAppContext } from '../builders/app-context.ts';

const place = { lon: -0.124, lat: 51.5117, antennaMetres: 3, above: 'surface' } as const;

function start() {
  const { context } = makeAppContext();
  const sites = () => context.project.getState().project.sites;
  const undo = (): void => context.project.getState().undo();
  const rooftops = () => context.view.getState().rooftops;
  return { context, sites, undo, rooftops };
}

describe('rooftop sites', () => {
  it('are added, renamed, moved and removed, each a step that can be taken back', () => {
    const { context, sites, undo, rooftops } = start();
    const [id] = addSites(context, [place]);
    expect(sites()).toEqual([
      { id, name: 'Site 1', ...place, fromContentId: null, owner: null, overrides: [] },
    ]);
    expect(rooftops().siteId).toBe(id);
    editSite(context, id, 'Renamed', { name: 'Library' });
    moveSite(context, id, -0.1250004, 51.51);
    expect(sites()[0]).toMatchObject({ name: 'Library', lon: -0.125, lat: 51.51 });
    removeSite(context, id);
    expect([sites(), rooftops().siteId]).toEqual([[], null]);
    undo();
    expect(sites()[0]).toMatchObject({ name: 'Library', lon: -0.125 });
    undo();
    undo();
    expect(sites()[0]).toMatchObject({ name: 'Site 1', lon: -0.124 });
    undo();
    expect(sites()).toEqual([]);
  });

  it('never share an id, whichever were removed', () => {
    const { context, sites } = start();
    const [first, second] = addSites(context, [place, place]);
    removeSite(context, first);
    const [third] = addSites(context, [place]);
    expect(new Set([second, third]).size).toBe(2);
    expect(sites().map(({ id }) => id)).toEqual([second, third]);
  });

  it('of a list are one step; an edit that changes nothing is none', () => {
    const { context, sites, undo } = start();
    const ids = addSites(context, [place, { ...place, name: ' Depot ' }, place]);
    expect(sites().map(({ name }) => name)).toEqual(['Site 1', 'Depot', 'Site 3']);
    const steps = context.project.getState().done.length;
    editSite(context, ids[1], 'Renamed', { name: 'Depot' });
    editSite(context, 'nobody', 'Renamed', { name: 'X' });
    expect(context.project.getState().done.length).toBe(steps);
    undo();
    expect(sites()).toEqual([]);
  });
});

describe('a place on the map', () => {
  const at = { lon: -0.2, lat: 51.6, row: null, siteId: null };

  it('is taken once for what was waited for, and for nothing else', () => {
    const { context, sites } = start();
    expect(pickPlace(context, at)).toBe(false);
    setNextSite(context, { antennaMetres: 12, above: 'ground' });
    startPicking(context, { kind: 'new-site' });
    expect(pickPlace(context, at)).toBe(true);
    expect(sites()[0]).toMatchObject({ lon: -0.2, lat: 51.6, antennaMetres: 12, above: 'ground' });
    expect(pickPlace(context, at)).toBe(false);
    startPicking(context, { kind: 'move-site', siteId: sites()[0].id });
    pickPlace(context, { ...at, lon: -0.3 });
    expect(sites().map(({ lon }) => lon)).toEqual([-0.3]);
  });

  it('ends a link at the site there, else at the place, which of a premises is marked as such', () => {
    const { context, rooftops } = start();
    setLinkEnds(context, { from: { kind: 'site', siteId: 'site-1' } });
    startPicking(context, { kind: 'link-end', end: 'to' });
    pickPlace(context, { ...at, row: 7 });
    expect(rooftops().link).toEqual({
      from: { kind: 'site', siteId: 'site-1' },
      to: { kind: 'place', lon: -0.2, lat: 51.6, antennaMetres: 3, above: 'surface', ofPremises: true },
    });
    startPicking(context, { kind: 'link-end', end: 'to' });
    pickPlace(context, { ...at, siteId: 'site-2' });
    expect(rooftops().link.to).toEqual({ kind: 'site', siteId: 'site-2' });
  });

  it('waits on for a premises where none is near', () => {
    const { context, rooftops } = start();
    startPicking(context, { kind: 'premises' });
    expect(pickPlace(context, at)).toBe(true);
    expect(rooftops().picking).toEqual({ kind: 'premises' });
  });
});
