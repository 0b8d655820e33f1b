import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { QualityNote } from '../../../src/domain/quality/quality-note.ts';
import { QualityLine } from '../../../src/panels/data/quality-line.tsx';
import { QualitySection } from '../../../src/panels/data/quality-section.tsx';
import { renderPanel } from '../../builders/panel.tsx';

const NOTE: QualityNote = {
  kind: 'repeated-id',
  count: 3,
  of: 90,
  text: '3 rows repeat.',
  effect: 'Counted once: 3 rows fewer.',
  places: [{ lon: -1, lat: 52, label: '<b>100</b>' }],
  contentIds: ['premises'],
};

describe('what to know about the data', () => {
  it('says how many, what it does to the counts, and marks where', () => {
    const { context } = renderPanel(
      <>
        <QualityLine />
        <QualitySection />
      </>,
      null,
    );
    expect(screen.queryByText('What to know about this data')).toBeNull();
    act(() =>
      context.quality.setState({ status: 'ready', report: { notes: [NOTE], checked: ['repeated ids'] } }),
    );
    expect(screen.getByText('Counted once: 3 rows fewer.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show on map: Repeated ids' }));
    expect(context.marks.getState()).toMatchObject({
      owner: 'quality:repeated-id',
      title: 'Repeated ids',
      marks: [{ kind: 'quality', label: '<b>100</b>' }],
    });
    fireEvent.click(screen.getByRole('button', { name: '1 thing to know about this data' }));
    expect(context.view.getState().page).toBe('data');
  });

  it('says what was checked where nothing odd was found, and when it could not be looked through', () => {
    const { context } = renderPanel(<QualitySection />, null);
    act(() =>
      context.quality.setState({
        status: 'ready',
        report: { notes: [], checked: ['repeated ids', 'blank uses'] },
      }),
    );
    expect(screen.getByText('Nothing odd was found.')).toBeTruthy();
    expect(screen.getByText('Checked: repeated ids; blank uses.')).toBeTruthy();
    act(() => context.quality.setState({ status: 'failed', report: null }));
    expect(screen.getByText(/could not be looked through/)).toBeTruthy();
  });
});
