import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { PremisesUse } from '../../../src/domain/premises/premises-use.ts';
import { UseTable } from '../../../src/panels/not-spots/use-table.tsx';
import { WardTablePanel } from '../../../src/panels/not-spots/ward-table-panel.tsx';
import { codeOfWard, countedProject, THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';

const { analysis } = countedProject(THREE_WARDS);
const tally = (...mid: number[]) => {
  const list = Float64Array.from(mid);
  return { low: list, mid: list, high: list, notKnown: new Float64Array(mid.length) };
};
const byUse = {
  column: 'class',
  uses: [
    { use: 'home' as PremisesUse, units: Float64Array.of(1, 2, 2, 0, 5), notSpots: tally(0, 2, 0, 0, 2) },
    { use: 'flat' as PremisesUse, units: Float64Array.of(2, 2, 2, 0, 6), notSpots: tally(0, 1, 2, 0, 3) },
  ],
};

const use = (name: string): HTMLElement =>
  within(screen.getByRole('table', { name: /not known by use/ })).getByRole('button', { name });

describe('not-spots by use', () => {
  afterEach(cleanup);

  it('rank the wards by a use with one press: table, order, the worst ward outlined and announced', () => {
    const { context } = renderPanel(
      <>
        <UseTable analysis={{ ...analysis, byUse }} place={4} />
        <WardTablePanel everyLayer={false} />
      </>,
      THREE_WARDS,
    );
    act(() => context.analysis.setState({ analysis: { ...analysis, byUse } }));
    act(() => context.view.setState({ tableOpen: false, sort: { column: 'name', descending: false } }));
    fireEvent.click(use('Flats'));
    expect(context.view.getState()).toMatchObject({ tableUse: 'flat', tableOpen: true, topic: 'wards' });
    const first = document.querySelector('.data-table tbody tr');
    expect(first?.textContent).toContain('Cedar22100.0 %');
    expect(first?.className).toBe('is-hovered');
    expect(screen.getByRole('status').textContent).toBe(
      'Most not-spots among flats: Cedar, 2 of 2 (100.0 %). The ward table counts flats.',
    );
    expect(use('Flats').getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(within(screen.getByRole('status')).getByRole('button', { name: 'Cedar' }));
    expect(context.view.getState().wardCode).toBe(codeOfWard(2));
  });
});
