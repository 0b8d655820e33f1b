import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useGrowing } from '../../../../src/panels/interventions/register/use-growing.ts';

const seen: number[] = [];

function Long({ total, of }: { readonly total: number; readonly of: string }) {
  const drawn = useGrowing(total, of);
  seen.push(drawn);
  return <p>{drawn}</p>;
}

describe('a long list', () => {
  afterEach(cleanup);

  it('is drawn in part at once and wholly in the end, a few with each frame', async () => {
    seen.length = 0;
    render(<Long total={61} of="all" />);
    expect(seen[0]).toBe(40);
    await waitFor(() => expect(screen.getByText('61')).toBeTruthy());
    expect(Math.max(...seen.map((count, i) => count - (seen[i - 1] ?? 40)))).toBeLessThanOrEqual(4);
  });

  it('stays drawn where it grows or shrinks, and begins anew as a list of something else', async () => {
    const { rerender } = render(<Long total={50} of="all" />);
    await waitFor(() => expect(screen.getByText('50')).toBeTruthy());
    rerender(<Long total={49} of="all" />);
    expect(screen.getByText('49')).toBeTruthy();
    seen.length = 0;
    rerender(<Long total={50} of="radios" />);
    expect(seen[0]).toBe(40);
    await waitFor(() => expect(screen.getByText('50')).toBeTruthy());
  });

  it('is drawn at once where it is short', () => {
    render(<Long total={12} of="all" />);
    expect(screen.getByText('12')).toBeTruthy();
  });
});
