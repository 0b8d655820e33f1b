import { expect, it } from 'vitest';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { radioRanges } from '../../../src/stores/derived/radio-ranges.ts';

it('says of every radio on offer its best rate, how far it carries, and which to begin with', () => {
  const said = GENERIC_DEVICES.map((device) => ({ id: device.id, ...radioRanges(device, {}) }));
  for (const { words } of said)
    expect(words).toMatch(/^Up to [\d,.]+ Mbit\/s\. Over a free line in rain: .+\.$/);
  const of = (id: string) => said.find((one) => one.id === id);
  expect(of('generic-60-ghz-multipoint')?.words).toMatch(
    /gigabit to about \d+ m, some rate to about \d+ m\.$/,
  );
  expect(of('generic-60-ghz-multipoint')?.isGoodStart).toBe(true);
  // A link of two ends serves one premises, and 640 Mbit/s is no gigabit.
  expect(of('generic-60-ghz-link')?.isGoodStart).toBe(false);
  expect(of('generic-5.8-ghz')?.words).toContain('never gigabit');
  expect(of('generic-5.8-ghz')?.isGoodStart).toBe(false);
});
