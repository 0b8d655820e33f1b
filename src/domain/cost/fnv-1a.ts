/**
 * FNV-1a of a text's UTF-16 units, 64 bits (RFC 9923), as 16 hexadecimal digits: of ASCII text that of its bytes. No
 * safeguard against forgery.
 */
export function fnv1a(text: string): string {
  // The state in two halves, whose products stay below 2^53.
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let at = 0; at < text.length; at++) {
    low = (low ^ text.charCodeAt(at)) >>> 0;
    // Times 2^40 + 0x1b3, modulo 2^64.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + (low % 0x1000000) * 0x100 + Math.floor(product / 0x100000000)) % 0x100000000;
    low = product % 0x100000000;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
