import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BumpRanks } from '../../../src/ui/charts/bump-ranks.tsx';
import { Distribution } from '../../../src/ui/charts/distribution.tsx';
import { LinesOverTime } from '../../../src/ui/charts/lines-over-time.tsx';
import { RankingBars } from '../../../src/ui/charts/ranking-bars.tsx';
import { StackedBars } from '../../../src/ui/charts/stacked-bars.tsx';

const percent = (value: number): string => `${Math.round(value * 100)} %`;
const PARTS = [
  { key: '0', label: 'none', token: '--not-spot', pattern: 'hatch' as const },
  { key: 'all', label: 'all', token: '--tech-5g', pattern: 'solid' as const },
];

afterEach(cleanup);

describe('ranking bars', () => {
  const rows = [
    { key: 'a', label: 'Abbey', value: 200, low: 150, high: 250, of: 1000 },
    { key: 'b', label: 'Bank', value: 50, of: 500, notKnown: 25 },
    { key: 'c', label: 'Common', value: null },
  ];
  const ranking = (rest: object = {}): ReactElement => (
    <RankingBars
      caption="Wards by not-spots"
      rows={rows}
      labelHeader="Ward"
      valueHeader="Not-spots"
      token="--not-spot"
      pattern="hatch"
      {...rest}
    />
  );

  it('are a table: value, denominator, range and what is not known in every row', () => {
    render(ranking());
    const cells = screen.getAllByRole('row').map((row) => row.textContent);
    expect(cells[1]).toBe('Abbey200 of 1,000 (150–250)0 not known');
    expect(cells[2]).toBe('Bank50 of 50025 not known');
    expect(cells[3]).toBe('Commonnot knownnot known');
  });

  it('start at zero on one scale, whose end is the greatest upper bound', () => {
    const { container } = render(ranking());
    const first = container.querySelectorAll('tbody tr')[0];
    expect(first.querySelector('g rect')?.getAttribute('width')).toBe('80.000%');
    expect(first.querySelector('.proportion-range line')?.getAttribute('x1')).toBe('60.000%');
    expect(container.querySelectorAll('tbody tr')[1].querySelector('g rect')?.getAttribute('width')).toBe(
      '20.000%',
    );
  });

  it('select by their names, show the selected one always, and the rest when asked', () => {
    const onSelect = vi.fn();
    render(ranking({ first: 1, selected: 'c', onSelect }));
    fireEvent.click(screen.getByRole('button', { name: 'Abbey' }));
    expect(onSelect).toHaveBeenCalledWith('a');
    expect(screen.queryByText('Bank')).toBeNull();
    expect(screen.getByText('Common').closest('tr')?.getAttribute('aria-current')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Show all 3' }));
    expect(screen.getByText('Bank')).toBeTruthy();
  });
});

describe('stacked bars', () => {
  it('say every part beside its swatch and the same in the table', () => {
    render(
      <StackedBars
        caption="By operator"
        labelHeader="Technology"
        parts={PARTS}
        rows={[
          {
            key: '5g',
            label: '5G',
            of: '400 premises',
            total: 400,
            values: [100, 300],
            shares: ['25.0 %', '75.0 %'],
            ranges: [{ low: 80, high: 120 }, null],
          },
        ]}
      />,
    );
    const words = ['100 (25.0 %, 80–120)', '300 (75.0 %)'];
    for (const word of words) expect(screen.getByText(word)).toBeTruthy();
    expect(tableRows()[0]).toEqual(['5G', '400 premises', ...words]);
  });
});

describe('the distribution', () => {
  it('marks the one at hand, leaves out what is not known and says so', () => {
    const values = [0.1, 0.2, 0.3, 0.4, null].map((value, i) => ({
      key: `w${i}`,
      label: `Ward ${i + 1}`,
      value,
    }));
    const { container } = render(
      <Distribution
        caption="Shares"
        values={values}
        at="w1"
        many="wards"
        valueHeader="share"
        format={percent}
      />,
    );
    const name = screen.getByRole('img').getAttribute('aria-label');
    expect(name).toContain('Ward 2: 20 %, 2 of 4 wards are higher');
    expect(name).toContain('Half of 4 wards lie between 18 % and 33 %; the median is 25 %');
    expect(screen.getByText(/For 1 it is not known/)).toBeTruthy();
    expect(container.querySelectorAll('.distribution-stroke')).toHaveLength(4);
    expect(container.querySelector('.distribution-at')?.getAttribute('x1')).toBe('50.000%');
    const counted = tableRows().slice(4);
    expect(counted.reduce((sum, [, count]) => sum + Number.parseInt(count, 10), 0)).toBe(4);
  });
});

describe('lines over time', () => {
  const lines = (
    <LinesOverTime
      caption="Gigabit"
      format={percent}
      top={1}
      series={[
        {
          key: 'a',
          label: 'Borough',
          token: '--tech-gigabit',
          points: [
            { date: '2022', value: null },
            { date: '2021', value: 0.5 },
            { date: '2020', value: 0.25 },
            { date: '2024', value: 0.75, low: 0.7, high: 0.8 },
          ],
        },
      ]}
      targets={[{ key: 't', label: '99 % by 2032', date: '2032', value: 0.99 }]}
    />
  );

  it('leave a gap where a value is not known, draw bounds, and name the line at its end', () => {
    const { container } = render(lines);
    expect(container.querySelectorAll('.chart-plot .lines-stroke')).toHaveLength(1);
    expect(container.querySelectorAll('.lines-range')).toHaveLength(1);
    expect(container.querySelectorAll('.chart-plot .chart-point')).toHaveLength(3);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Gigabit. Borough 75 % in 2024. Target: 99 % by 2032.',
    );
  });

  it('say the same in the table, by date', () => {
    render(lines);
    expect(tableRows()).toEqual([
      ['2020', '25 %', '–'],
      ['2021', '50 %', '–'],
      ['2022', 'not known', '–'],
      ['2024', '75 % (70 %–80 %)', '–'],
      ['2032', '–', '99 % by 2032'],
    ]);
  });
});

describe('ranks side by side', () => {
  const rows = [
    { key: 'a', label: 'Abbey', before: 1, after: 3 },
    { key: 'b', label: 'Bank', before: 2, after: 1 },
    { key: 'c', label: 'Common', before: 3, after: 2 },
    { key: 'd', label: 'Down', before: 4, after: null },
  ];
  const bump = (rest: object = {}): ReactElement => (
    <BumpRanks
      caption="Ranks"
      labelHeader="Ward"
      beforeHeader="Without"
      afterHeader="With need"
      rows={rows}
      {...rest}
    />
  );

  it('join each place before with its place after, and say how far it moved', () => {
    const { container } = render(bump());
    const lines = [...container.querySelectorAll('.bump-line')].map((line) => [
      line.getAttribute('y1'),
      line.getAttribute('y2'),
    ]);
    expect(lines[0]).toEqual(['1.375rem', '6.875rem']);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Ranks: 2 rise, 1 fall, 1 keep their rank.',
    );
    expect(tableRows()).toEqual([
      ['Abbey', '1', '3', '2 down'],
      ['Bank', '2', '1', '1 up'],
      ['Common', '3', '2', '1 up'],
      ['Down', '4', 'not ranked', 'not known'],
    ]);
  });

  it('select by their names', () => {
    const onSelect = vi.fn();
    render(bump({ onSelect }));
    fireEvent.click(screen.getByRole('button', { name: 'Bank' }));
    expect(onSelect).toHaveBeenCalledWith('b');
  });
});

describe('charts of nothing, of one and of zeros', () => {
  const one = { key: 'a', label: 'A', value: 0, of: 0 };
  const charts: readonly [string, ReactElement][] = [
    [
      'no rows',
      <RankingBars
        key="1"
        caption="c"
        rows={[]}
        labelHeader="l"
        valueHeader="v"
        token="--ink"
        pattern="solid"
      />,
    ],
    [
      'a zero',
      <RankingBars
        key="2"
        caption="c"
        rows={[one]}
        labelHeader="l"
        valueHeader="v"
        token="--ink"
        pattern="solid"
      />,
    ],
    ['no stacks', <StackedBars key="3" caption="c" labelHeader="l" parts={PARTS} rows={[]} />],
    [
      'a stack of none',
      <StackedBars
        key="4"
        caption="c"
        labelHeader="l"
        parts={PARTS}
        rows={[
          {
            key: 'a',
            label: 'A',
            of: '0 premises',
            total: 0,
            values: [0, 0],
            shares: ['of none', 'of none'],
          },
        ]}
      />,
    ],
    ['no values', <Distribution key="5" caption="c" values={[]} many="wards" valueHeader="v" />],
    [
      'one value of zero',
      <Distribution key="6" caption="c" values={[one]} at="a" many="wards" valueHeader="v" />,
    ],
    ['no dates', <LinesOverTime key="7" caption="c" series={[]} />],
    [
      'one date of zero',
      <LinesOverTime
        key="8"
        caption="c"
        series={[{ key: 'a', label: 'A', token: '--ink', points: [{ date: '2024', value: 0 }] }]}
      />,
    ],
    [
      'a date that is none',
      <LinesOverTime
        key="9"
        caption="c"
        series={[{ key: 'a', label: 'A', token: '--ink', points: [{ date: 'soon', value: 1 }] }]}
      />,
    ],
    [
      'no ranks',
      <BumpRanks key="10" caption="c" rows={[]} labelHeader="l" beforeHeader="b" afterHeader="a" />,
    ],
  ];

  it.each(charts)('%s: nothing is NaN, infinite or undefined', (_, chart) => {
    const { container } = render(chart);
    expect(container.textContent).not.toBe('');
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });
});

/** The rows of the table that stands behind "Show as a table". */
function tableRows(): string[][] {
  const details = screen.getByText('Show as a table').closest('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  const rows = within(within(details).getByRole('table')).getAllByRole('row').slice(1);
  return rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ''));
}
