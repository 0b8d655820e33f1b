import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ErrorSummary } from '../../src/ui/error-summary.tsx';

describe('the error summary', () => {
  afterEach(cleanup);

  it('takes the focus when it appears and when it changes, and leads to each error', () => {
    const { rerender } = render(
      <>
        <button type="button">before</button>
        <ErrorSummary title="Not taken" errors={[]} />
        <div id="one" tabIndex={-1} />
      </>,
    );
    expect(screen.queryByRole('alert')).toBeNull();
    const errors = [{ key: 'a', text: 'a.csv is no table', targetId: 'one' }];
    const page = (shown: typeof errors) => (
      <>
        <button type="button">before</button>
        <ErrorSummary title="Not taken" errors={shown} />
        <div id="one" tabIndex={-1} />
      </>
    );
    rerender(page(errors));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    screen.getByText('before').focus();
    rerender(page([...errors, { key: 'b', text: 'b.csv is empty', targetId: 'one' }]));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    HTMLElement.prototype.scrollIntoView = () => undefined;
    fireEvent.click(screen.getByRole('button', { name: 'a.csv is no table' }));
    expect(document.activeElement?.id).toBe('one');
  });
});
