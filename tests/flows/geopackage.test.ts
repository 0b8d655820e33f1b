import { expect, it } from 'vitest';
import { openNodeDatabase } from '../../src/cli/node-database.ts';
import { writeGeoPackage } from '../../src/formats/geopackage-write.ts';
import { useStoryBrowser } from '../browser/story.ts';

const openApp = useStoryBrowser({ map: false });

it('loads a GeoPackage with two layers, and refuses a damaged one by name', async () => {
  const bytes = Buffer.from(
    await writeGeoPackage(
      [
        {
          name: 'masts',
          features: [-1.5, -1.4].map((lon, i) => ({
            geometry: { type: 'Point', coordinates: [lon, 52.5] },
            properties: { mast: `M${i}` },
          })),
        },
        { name: 'owners', features: [{ geometry: null, properties: { owner: 'Example Estates' } }] },
      ],
      openNodeDatabase,
      { signal: new AbortController().signal, date: new Date('2026-01-02T00:00:00Z') },
    ),
  );
  const { page } = await openApp({ route: '#/data', reducedMotion: 'reduce' });
  await expect.poll(() => page.locator('body').innerText(), { timeout: 30_000 }).toContain('premises.csv');
  await page.locator('input[type="file"]').setInputFiles([
    { name: 'network.gpkg', mimeType: '', buffer: bytes },
    { name: 'broken.gpkg', mimeType: '', buffer: bytes.subarray(0, bytes.length / 2) },
  ]);
  const text = () => page.locator('body').innerText();
  await expect.poll(text, { timeout: 20_000 }).toContain('network.gpkg: masts');
  await expect.poll(text, { timeout: 20_000 }).toContain('network.gpkg: owners');
  await expect.poll(text, { timeout: 20_000 }).toContain('broken.gpkg is no readable GeoPackage');
});
