import fc from 'fast-check';

/** `bytes` with up to eight of them changed, or cut off somewhere, or both. */
export function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: bytes.length - 1 });
  // Headers stand at the front, where most of what can be believed wrongly is.
  const change = fc.tuple(
    fc.oneof(place, fc.nat({ max: Math.min(255, bytes.length - 1) })),
    fc.integer({ min: 0, max: 255 }),
  );
  return fc
    .record({
      changes: fc.array(change, { maxLength: 8 }),
      end: fc.option(place, { nil: bytes.length, freq: 3 }),
    })
    .map(({ changes, end }) => {
      const content = bytes.slice();
      for (const [at, byte] of changes) content[at] = byte;
      return content.slice(0, end);
    });
}
