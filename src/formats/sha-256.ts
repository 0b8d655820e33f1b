/** The browser works out no SHA-256 here: it does so on secure pages only. */
export class NoHashing extends Error {
  constructor() {
    super(
      'This page was not opened securely, and browsers work out no fingerprints (SHA-256) there. Open Notspot by an address that begins with https, or on this computer by the name localhost.',
    );
    this.name = 'NoHashing';
  }
}

/** Whether `sha256` works here: not on pages that came by plain http from another machine. */
export function canHash(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** SHA-256 (FIPS 180-4) of bytes, or of a text's UTF-8, as 64 hexadecimal digits in lower case. Throws NoHashing. */
export async function sha256(data: Uint8Array | string): Promise<string> {
  if (!canHash()) throw new NoHashing();
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
