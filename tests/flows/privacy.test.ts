import { expect, inject, it } from 'vitest';
import { waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { makePilot } from '../builders/pilot.ts';
import { downloadOf, goTo, headlineOf, waitForCount } from './app-page.ts';
import { chooseFiles } from './give-files.ts';

const openApp = useStoryBrowser();
const canary = /canary/i;

it('what stands in the files is in no request, title, message or store of the browser', async () => {
  const { page, context } = await openApp({
    route: '#/data',
    reducedMotion: 'reduce',
    serviceWorkers: 'allow',
  });
  const said: string[] = [];
  const asked: { method: string; url: string; body: string | null }[] = [];
  context.on('console', (message) => said.push(message.text()));
  context.on('request', (request) => {
    asked.push({ method: request.method(), url: request.url(), body: request.postData() });
  });
  await waitForCount(page);
  const pilot = makePilot();
  const wards = JSON.parse(pilot.wardsGeoJson);
  for (const [i, { properties }] of wards.features.entries()) {
    properties.WD24NM = `Canary ward ${i}`;
    properties.canary_property = `canary-${i}`;
  }
  const gigabit = JSON.parse(pilot.gigabitGeoJson);
  for (const { properties } of gigabit.features) properties.provider = 'Canary Fibre';
  const premises = pilot.premisesCsv
    .split('\r\n')
    .map((line, i) => (line === '' ? '' : `${line},${i === 0 ? 'canary_column' : `canary ${i}`}`))
    .join('\r\n');
  await chooseFiles(page, [
    { name: 'canary-wards.geojson', text: JSON.stringify(wards) },
    { name: 'canary-premises.csv', text: premises },
    { name: 'canary-gigabit.geojson', text: JSON.stringify(gigabit) },
    { name: 'canary-broken.csv', text: 'canary,"canary\n' },
  ]);
  await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
  await goTo(page, 'Not-spots');
  await expect.poll(() => headlineOf(page)).toMatch(/of 900 premises/);
  await waitForCount(page);
  await page
    .getByRole('region', { name: 'Ward table' })
    .getByRole('button', { name: 'Canary ward 1' })
    .click();
  await page.getByRole('heading', { name: 'Canary ward 1' }).waitFor();
  await waitForMap(page);
  expect(await page.title()).not.toMatch(canary);
  await page.keyboard.press('Escape');
  await page
    .getByLabel(/Canary Fibre/)
    .first()
    .check();
  await waitForMap(page);
  await downloadOf(page, /ward counts \(CSV\)/i);
  await downloadOf(page, /download not-spots/i);

  const own = new URL(inject('appAddress')).origin;
  const network = asked.filter(({ url }) => !/^(?:blob|data):/.test(url));
  expect(network.length, 'requests were seen').toBeGreaterThan(0);
  expect(
    network.filter(
      ({ method, url, body }) =>
        method !== 'GET' ||
        body !== null ||
        new URL(url).origin !== own ||
        new URL(url).search !== '' ||
        canary.test(url),
    ),
  ).toEqual([]);
  expect(said.filter((text) => canary.test(text))).toEqual([]);
  expect(await page.title()).not.toMatch(canary);
  const kept = await page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    cookie: document.cookie,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(JSON.stringify(kept)).not.toMatch(canary);
});
