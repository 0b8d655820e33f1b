// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { clearMarks, keepMarksTrue, showMarks } from '../../src/actions/show-marks.ts';
import { MarksPanel } from '../../src/panels/marks-panel.tsx';
import type { Mark } from '../../src/stores/marks-store.ts';
import { renderPanel } from '../builders/panel.tsx';
import { projectOf } from '../builders/project.ts';

function marksOf(count: number): Mark[] {
  return Array.from({ length: count }, (_, i) => ({
    lon: i / 1000,
    lat: 51,
    kind: i % 2 === 0 ? 'lost' : 'gained',
    label: `Place ${i}`,
  }));
}

describe('the marked places', () => {
  it('shows nothing until somebody marks something, and nothing again when cleared', () => {
    const { context, container } = renderPanel(<MarksPanel />, null);
    expect(container.textContent).toBe('');
    act(() => showMarks(context, { owner: 'compare', title: 'Two lost', marks: marksOf(2) }));
    expect(screen.getByText('Two lost')).toBeTruthy();
    expect(screen.getByText('2 places on the map')).toBeTruthy();
    act(() => clearMarks(context, 'find'));
    expect(screen.getByText('Two lost')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(container.textContent).toBe('');
  });

  it('lists any number of places with a part of them in the page; Enter goes to one', () => {
    const { context } = renderPanel(<MarksPanel />, null);
    act(() => showMarks(context, { owner: 'compare', title: 'Many', marks: marksOf(5_000) }));
    const items = screen.getByRole('list', { description: /Enter goes there/ });
    const rows = within(items).getAllByRole('button');
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.length).toBeLessThan(100);
    expect(rows.filter((row) => row.tabIndex === 0)).toHaveLength(1);
    rows[0].focus();
    fireEvent.keyDown(rows[0], { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toContain('Place 1');
    fireEvent.click(document.activeElement as HTMLElement);
    expect(context.marks.getState().chosen).toBe(1);
    expect(document.activeElement?.getAttribute('aria-current')).toBe('true');
  });

  it('shows hostile labels as they are', () => {
    const { context, container } = renderPanel(<MarksPanel />, null);
    const label = '<img src=x onerror=alert(1)>';
    const marks: Mark[] = [{ lon: 0, lat: 51, kind: 'found', label }];
    act(() => showMarks(context, { owner: 'find', title: label, marks }));
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getAllByText(label)).toHaveLength(2);
  });

  it('marks nothing that has no place, and goes when the files change', () => {
    const { context, container } = renderPanel(<MarksPanel />, null);
    const stop = keepMarksTrue(context);
    const nowhere: Mark = { lon: Number.NaN, lat: 51, kind: 'found', label: 'nowhere' };
    act(() => showMarks(context, { owner: 'find', title: 'None', marks: [nowhere] }));
    expect(container.textContent).toBe('');
    act(() => showMarks(context, { owner: 'find', title: 'One', marks: [...marksOf(1), nowhere] }));
    expect(screen.getByText('1 place on the map')).toBeTruthy();
    act(() => context.project.setState({ project: projectOf({ datasets: [] }), version: 2 }));
    expect(container.textContent).toBe('');
    stop();
  });
});
