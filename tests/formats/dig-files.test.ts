import { describe, it } from 'vitest';
import { digPiecesCsv, digPremisesCsv, digStreetsCsv } from '../../src/formats/dig-csv.ts';
import { digGeoJson } from '../../src/formats/dig-geojson.ts';
import { digKml } from '../../src/formats/dig-kml.ts';
import { openFibreNodes, openFibrePackage, openFibreSpans } from '../../src/formats/open-fibre-data.ts';
import { FULL_DESIGN } from '../builders/dig-designs.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { expectGolden } from '../builders/golden.ts';

const DAYS = new Map([['street-1', { low: 1, mid: 1.256, high: 2 }]]);

describe('files of one design are, to the letter, as they were', () => {
  it.each([
    ['design.geojson', digGeoJson],
    ['design.kml', digKml],
    ['pieces.csv', digPiecesCsv],
    ['premises.csv', digPremisesCsv],
    ['streets.csv', (...[design, told]: Parameters<typeof digKml>) => digStreetsCsv(design, told, DAYS)],
    ['open-fibre.json', openFibrePackage],
    ['open-fibre-nodes.geojson', openFibreNodes],
    ['open-fibre-spans.geojson', openFibreSpans],
  ] as const)('%s', (name, write) => {
    expectGolden(write(FULL_DESIGN, DIG_TOLD), `digs/${name}`);
  });
});
