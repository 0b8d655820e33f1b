import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, it, vi } from 'vitest';
import { CopiesSection } from '../../../src/panels/work/copies-section.tsx';
import type { ProjectOfList } from '../../../src/stores/keep-store.ts';
import { renderPanel } from '../../builders/panel.tsx';

const doing = vi.hoisted(() => ({ open: vi.fn(), putBack: vi.fn() }));
vi.mock('../../../src/actions/second-copy-list.ts', async (original) => ({
  ...(await original<typeof import('../../../src/actions/second-copy-list.ts')>()),
  openSecondCopy: doing.open,
  putCopiesBack: doing.putBack,
}));
afterEach(cleanup);

const copy: ProjectOfList = {
  id: 'p1',
  name: 'North',
  fictional: false,
  changedAt: null,
  file: null,
  state: 'whole',
  why: '',
};

it('says why the copies could not be put back, and what to do', async () => {
  renderPanel(<CopiesSection copies={[copy]} />, null);
  doing.putBack.mockRejectedValueOnce(new DOMException('No room.', 'QuotaExceededError'));
  fireEvent.click(screen.getByRole('button', { name: 'Put them back' }));
  await screen.findByText(/^Not all copies could be put back\. This browser is full\. Delete projects/);
});

it('says why a copy could not be opened', async () => {
  renderPanel(<CopiesSection copies={[copy]} />, null, ({ keep }) =>
    keep.setState({ status: 'off', trouble: 'unreadable' }),
  );
  doing.open.mockRejectedValueOnce(new Error('The worker stopped.'));
  fireEvent.click(screen.getByRole('button', { name: /^Open/ }));
  await screen.findByText(/^The copy could not be opened\. The browser says: The worker stopped\. Try again/);
});
