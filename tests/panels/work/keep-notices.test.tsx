// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { KeepNotices } from '../../../src/panels/work/keep-notices.tsx';
import { renderPanel } from '../../builders/panel.tsx';

describe('messages about the kept work', () => {
  it('takes the focus, is read out at once, and stays until saving works; then says so', () => {
    const { context } = renderPanel(<KeepNotices />, null);
    expect(screen.queryByRole('region')).toBeNull();
    act(() => context.keep.setState({ status: 'full', failing: 'full', waiting: 1 }));
    expect(screen.getByRole('alert').textContent).toContain('This browser is full');
    expect(document.activeElement).toBe(screen.getByRole('group', { name: /This browser is full/ }));
    expect(screen.queryByRole('button', { name: /Dismiss/ })).toBeNull();
    act(() => context.keep.setState({ status: 'saving' }));
    expect(screen.getByRole('alert')).toBeTruthy();
    act(() => context.keep.setState({ status: 'saved', failing: null, waiting: 0 }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('Saving works again');
  });

  it('leaves the focus with somebody who is writing', () => {
    const { context } = renderPanel(
      <>
        <input aria-label="Words" />
        <KeepNotices />
      </>,
      null,
    );
    screen.getByLabelText('Words').focus();
    act(() => context.keep.setState({ status: 'full', failing: 'full' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Words'));
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('answers every edit that was refused', () => {
    const { context } = renderPanel(<KeepNotices />, null, ({ keep, project }) => {
      keep.setState({ status: 'saved', heldElsewhere: true });
      project.setState({ readOnly: true });
    });
    const edit = (): void =>
      act(() => context.project.getState().change('Name', { kind: 'set-name', name: 'x', fictional: false }));
    expect(screen.queryByRole('alert')).toBeNull();
    edit();
    const first = screen.getByRole('alert');
    expect(first.textContent).toContain('That change was not made');
    (document.activeElement as HTMLElement).blur();
    edit();
    // A new element: what is read out is read out again.
    expect(screen.getByRole('alert')).not.toBe(first);
    expect(document.activeElement?.getAttribute('role')).toBe('group');
    expect(screen.getByRole('button', { name: 'Take over here' })).toBeTruthy();
  });

  it('goes on Escape where it only tells', () => {
    const { context } = renderPanel(<KeepNotices />, null, ({ keep }) =>
      keep.setState({ status: 'saved', welcome: { kind: 'restored-after-stop' } }),
    );
    const message = screen.getByRole('group', { name: /restored after an unexpected stop/ });
    fireEvent.keyDown(message, { key: 'Escape' });
    expect(context.keep.getState().welcome).toBeNull();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('stays on Escape where work is at risk', () => {
    renderPanel(<KeepNotices />, null, ({ keep }) => keep.setState({ status: 'off', trouble: 'unreadable' }));
    fireEvent.keyDown(screen.getByRole('group', { name: /could not be read/ }), { key: 'Escape' });
    expect(screen.getByRole('button', { name: 'Start afresh' })).toBeTruthy();
  });

  it('can be closed where the browser has no store at all; the bar goes on saying so', () => {
    const { context } = renderPanel(<KeepNotices />, null, ({ keep }) =>
      keep.setState({ status: 'off', trouble: 'unavailable' }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss this message' }));
    expect(screen.queryByRole('region')).toBeNull();
    expect(context.keep.getState().trouble).toBe('unavailable');
  });

  it('tries again, and says so meanwhile', async () => {
    let end: () => void = () => undefined;
    const retry = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    renderPanel(<KeepNotices />, null, ({ keep, keeper }) => {
      keep.setState({ status: 'full', failing: 'full' });
      keeper.current = { retry } as unknown as typeof keeper.current;
    });
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('button', { name: 'Try again …' }).getAttribute('aria-disabled')).toBe('true');
    await act(async () => end());
    expect(screen.getByRole('button', { name: 'Try again' }).getAttribute('aria-disabled')).toBeNull();
    expect(retry).toHaveBeenCalledOnce();
  });

  it('lives again where what it does fails, and says why', async () => {
    const retry = vi.fn().mockRejectedValueOnce(new Error('the disk is gone')).mockResolvedValue(undefined);
    renderPanel(<KeepNotices />, null, ({ keep, keeper }) => {
      keep.setState({ status: 'full', failing: 'full' });
      keeper.current = { retry } as unknown as typeof keeper.current;
    });
    const button = screen.getByRole('button', { name: 'Try again' });
    fireEvent.click(button);
    expect((await screen.findByText(/The browser says: the disk is gone/)).getAttribute('role')).toBe(
      'status',
    );
    expect(button.getAttribute('aria-disabled')).toBeNull();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
    expect(retry).toHaveBeenCalledTimes(2);
    expect(screen.queryByText(/did not work/)).toBeNull();
  });

  it('shows hostile names as they are', () => {
    const name = '<img src=x onerror=alert(1)>';
    const { container } = renderPanel(<KeepNotices />, null, ({ keep }) =>
      keep.setState({
        refused: {
          id: 'x',
          name,
          fictional: false,
          changedAt: null,
          file: null,
          state: 'damaged',
          why: name,
        },
      }),
    );
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain(name);
  });

  it('passes the focus on to the panel when what it says is over', () => {
    const { context } = renderPanel(
      <>
        <KeepNotices />
        <div id="panel" tabIndex={-1} />
      </>,
      null,
      ({ keep }) => keep.setState({ status: 'saved', heldElsewhere: true }),
    );
    screen.getByRole('button', { name: 'Take over here' }).focus();
    act(() => context.keep.setState({ heldElsewhere: false }));
    expect(document.activeElement?.id).toBe('panel');
  });
});
