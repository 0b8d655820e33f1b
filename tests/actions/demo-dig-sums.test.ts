import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo } from '../../src/actions/open-demo.ts';
import { openDemoStreets } from '../../src/actions/open-demo-streets.ts';
import { runStudy } from '../../src/actions/run-study.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import { billCsv } from '../../src/formats/bill-csv.ts';
import { digGeoJson } from '../../src/formats/dig-geojson.ts';
import { digBill } from '../../src/stores/derived/dig-bill.ts';
import { digHeadline } from '../../src/stores/derived/dig-headline.ts';
import { digStreetTable } from '../../src/stores/derived/dig-street-table.ts';
import { digStreets } from '../../src/stores/derived/dig-streets.ts';
import { nextSelection } from '../../src/stores/derived/next-selection.ts';
import { poundsText } from '../../src/stores/derived/pounds-text.ts';
import { FIRST_INTERVENTIONS } from '../../src/stores/view-store.ts';
import { makeCountingContext } from '../builders/app-context.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { DIG_QUESTION } from '../builders/small-digs.ts';

const base = 'http://localhost/';
const sent = (name: string) => () =>
  HttpResponse.arrayBuffer(new Uint8Array(readFileSync(join(projectRoot, 'public/demo', name))).buffer);
const server = setupServer(
  http.get(`${base}demo/borough.pack`, sent('borough.pack')),
  http.get(`${base}demo/streets.pack`, sent('streets.pack')),
);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

it('a dig on the demo has one sum in its headline, its table, its bill and its GeoJSON', async () => {
  const { context, end } = makeCountingContext();
  await openDemo(context, base);
  await openDemoStreets(context, base);
  await runStudy(context, 'dig-ground', { box: null });
  const ground = context.studies['dig-ground'].getState().answer;
  const { datasets } = context.project.getState().project;
  const contentId = datasets.find(({ role }) => role === 'premises')?.contentId ?? '';
  const [west, south] = [ground?.fibrePoints[0].point.lon ?? 0, ground?.fibrePoints[0].point.lat ?? 0];
  const selection = nextSelection({
    ...FIRST_INTERVENTIONS.next,
    by: 'shape',
    corners: [
      [west - 0.004, south - 0.003],
      [west + 0.004, south - 0.003],
      [west + 0.004, south + 0.003],
      [west - 0.004, south + 0.003],
    ],
  });
  if (!selection) throw new Error('Four corners are a shape.');
  const question = {
    ...DIG_QUESTION,
    selection,
    premisesContentId: contentId,
    rootIds: (ground?.fibrePoints ?? []).map(({ point }) => point.id),
  };
  await runStudy(context, 'dig', { question, quick: true });
  const { answer: result, problem } = context.studies.dig.getState();
  end();
  if (!result) throw new Error(problem ?? 'There is no answer.');
  const bill = digBill(question, result, DEFAULT_RATES);
  const connections = bill.parts.find(({ what }) => what === 'connection')?.pence.mid ?? 0;
  expect(result.served.length).toBeGreaterThan(10);
  expect(connections).toBeGreaterThan(0);
  expect(digHeadline(question, result, bill).number).toBe(poundsText(bill.capital.mid));

  const streets = digStreets(question, result, bill, ground ?? null);
  const { foot } = digStreetTable(streets, bill, question.worksFrom, { column: 'cost', descending: true });
  const outside = foot.length > 1 ? foot[0].pence.mid : 0;
  const inStreets = streets.reduce((sum, { pence }) => sum + pence.mid, 0);
  expect(inStreets + outside + connections).toBe(bill.capital.mid);

  const design = { id: 'd', name: 'Demo', question, result };
  const { data } = Papa.parse<Record<string, string>>(
    billCsv({ design, bill, card: DEFAULT_RATES }, DIG_TOLD),
    { header: true, skipEmptyLines: true },
  );
  const capital = data.find(({ section, item }) => section === 'cost' && item === 'capital');
  expect(Math.round(Number(capital?.pounds) * 100)).toBe(bill.capital.mid);

  const pieces = JSON.parse(digGeoJson(design, DIG_TOLD)).features as {
    properties: { what: string; parts?: { pence: { mid: number }; isYearly: boolean }[] };
  }[];
  const built = pieces
    .flatMap(({ properties }) => properties.parts ?? [])
    .reduce((sum, { pence, isYearly }) => sum + (isYearly ? 0 : pence.mid), 0);
  expect(built + connections).toBe(bill.capital.mid);
}, 120_000);
