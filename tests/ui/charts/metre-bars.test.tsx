import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MetreBars } from '../../../src/ui/charts/metre-bars.tsx';

afterEach(cleanup);

const bars = [2_000, 300, 1, 0].map((value, i) => ({ metres: i + 1, value, part: 0, cells: [] }));

it('has its axis beside the bars, and shows what is more than nothing', () => {
  const { container } = render(
    <MetreBars caption="Premises" bars={bars} at={1} valueName="more" partName="of them" cellHeaders={[]} />,
  );
  const numberOf = (element: Element | null, name: string): number =>
    Number.parseFloat(element?.getAttribute(name) ?? '');
  const shown = [...container.querySelectorAll('.metre-bar rect:first-child')];
  const ticks = [...container.querySelectorAll('.chart-tick[text-anchor="end"]')].filter(({ textContent }) =>
    /^[\d,]+$/.test(textContent ?? ''),
  );
  expect(ticks.length).toBeGreaterThan(0);
  for (const tick of ticks) expect(numberOf(tick, 'x')).toBeLessThan(numberOf(shown[0], 'x'));
  const heights = shown.map((bar) => numberOf(bar, 'height'));
  expect(heights[2]).toBeGreaterThanOrEqual(0.2);
  expect(heights[3]).toBe(0);
  expect(numberOf(shown[3], 'x') + numberOf(shown[3], 'width')).toBeLessThan(100);
});
