/** Unpacks gzip, or deflate as zlib wraps it; throws RangeError once it is more than `mostBytes`, and where it is broken. */
export async function inflate(
  packed: ArrayBuffer,
  mostBytes: number,
  form: 'gzip' | 'deflate' = 'gzip',
): Promise<ArrayBuffer> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream(form));
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > mostBytes) {
      await reader.cancel();
      throw new RangeError(`Unpacked it is more than ${mostBytes} bytes.`);
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole.buffer;
}
