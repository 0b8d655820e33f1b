import { expect, it } from 'vitest';
import { digPrices } from '../../../src/domain/dig/dig-prices.ts';
import { mayBeDug } from '../../../src/domain/dig/may-be-dug.ts';
import { lastOf } from '../../builders/last-of.ts';
import { smallRates } from '../../builders/rate-cards.ts';
import { DIG_QUESTION } from '../../builders/small-digs.ts';
import { networkOf, protection } from '../../builders/street-networks.ts';

const NETWORK = networkOf({
  nodes: [
    [0, 0],
    [100, 0],
    [200, 0],
  ],
  edges: [
    { ends: [0, 1], street: 'A', barriers: ['a'] },
    { ends: [1, 2], street: 'A' },
    { ends: [0, 1], street: 'A', kind: 'duct', barriers: ['a'] },
    { ends: [1, 2], street: 'B', kind: 'pole route', poles: 3 },
    { ends: [0, 2], street: 'B' },
    { ends: [0, 2] },
  ],
  barriers: [protection('a', 'A', '2026-11-27')],
});

it.each([
  ['a street while it is protected, not its ducts', {}, [0]],
  ['nothing once the protection is over', { worksFrom: '2026-11-28' }, []],
  ['nothing where it is lifted', { lifted: [{ street: 'A', reason: 'agreed' }] }, []],
  ['a blocked street, not its poles', { blocked: ['B'], worksFrom: '2026-11-28' }, [4]],
  ['both', { blocked: ['B'] }, [0, 4]],
])('closes %s, as prices do', (_, asked, closed) => {
  const question = { ...DIG_QUESTION, ...asked };
  const may = mayBeDug(NETWORK, question) ?? (() => true);
  const { pence } = lastOf(digPrices(NETWORK, smallRates(), question));
  const edges = Array.from(pence.keys());
  expect(edges.filter((edge) => !may(edge))).toEqual(closed);
  expect(edges.filter((edge) => pence[edge] === Number.POSITIVE_INFINITY)).toEqual(closed);
});
