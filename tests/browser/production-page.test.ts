import { describe, expect, inject, it } from 'vitest';
import { findAxeViolations, launchStoryBrowser } from './harness.ts';
import { useStoryBrowser } from './story.ts';

describe('the built app under its production headers', () => {
  const openApp = useStoryBrowser({ map: false });

  it.each([
    { widthPixels: 360, colourScheme: 'light' },
    { widthPixels: 360, colourScheme: 'dark' },
    { widthPixels: 1280, colourScheme: 'light' },
    { widthPixels: 1280, colourScheme: 'dark' },
  ] as const)('axe finds nothing at $widthPixels px, $colourScheme', async (options) => {
    const { page } = await openApp(options);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
  });
});

describe('the harness', () => {
  it('sees a policy violation, a page error and an axe violation', async () => {
    const browser = await launchStoryBrowser({
      address: inject('appAddress'),
      chromiumPath: inject('chromiumPath'),
    });
    const { page, policyViolations, pageErrors } = await browser.open();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'http://elsewhere.test/picture.png';
      document.body.append(image);
      setTimeout(() => {
        throw new Error('thrown on purpose');
      });
    });
    await expect.poll(() => policyViolations.length).toBeGreaterThan(0);
    await expect.poll(() => pageErrors.join()).toContain('thrown on purpose');
    expect((await findAxeViolations(page)).join()).toContain('image-alt');
    expect((await browser.close()).foreign, 'the policy stopped the image').toEqual([]);
    expect(policyViolations).toContainEqual(
      expect.stringContaining('img-src refused http://elsewhere.test/picture.png'),
    );
  });
});
