import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameUuid } from '../../src/formats/name-uuid.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('the UUID of a name', () => {
  it('is that of the published example (RFC 9562, A.4)', () => {
    expect(nameUuid(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('is what SHA-1 says, however long the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const bytes = Buffer.concat([Buffer.from(DNS.replaceAll('-', ''), 'hex'), Buffer.from(name, 'utf8')]);
        const hex = createHash('sha1').update(bytes).digest('hex');
        const uuid = nameUuid(DNS, name).replaceAll('-', '');
        expect(uuid).toHaveLength(32);
        expect(uuid.slice(0, 12) + uuid.slice(13, 16) + uuid.slice(17)).toBe(
          hex.slice(0, 12) + hex.slice(13, 16) + hex.slice(17, 32),
        );
        expect(uuid[12]).toBe('5');
        expect('89ab').toContain(uuid[16]);
      }),
      { numRuns: 300 },
    );
  });
});
