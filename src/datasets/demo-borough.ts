/**
 * The demo borough's pack, as bytes: a GET of `demo/borough.pack` below `baseUrl` on the page's own origin, the only
 * request the demo makes; none where the browser keeps the file of this release for use offline, so that a tab of an earlier
 * release never gets a later one's. `baseUrl` ends in a slash. Throws an Error that says what to do when there is no answer, when
 * the file is not there, or when something else (a sign-in page, an error page) is sent in its place; throws the
 * signal's reason when aborted.
 */
export function fetchDemoBorough(baseUrl: string, signal?: AbortSignal): Promise<Uint8Array> {
  return fetchDemoPack({ what: 'The demo borough', file: 'borough.pack' }, baseUrl, signal);
}

/** A pack of the demo. */
export interface DemoPack {
  /** What it is called where a sentence begins. */
  readonly what: string;
  readonly file: string;
}

/** Any pack of the demo in the same way. */
export async function fetchDemoPack(
  { what, file }: DemoPack,
  baseUrl: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const address = `${baseUrl}demo/${file}`;
  const bytes = (await keptOfThisRelease(address)) ?? (await answered({ what, file }, address, signal));
  const isPack = MAGIC.every((byte, i) => bytes[i] === byte);
  if (!isPack) {
    throw new Error(
      `${what} could not be opened: something else was sent in its place. A network sign-in page may be in the way: sign in, then reload. Your own files still work.`,
    );
  }
  return bytes;
}

/** "NSPK", with which every pack begins. */
const MAGIC = [0x4e, 0x53, 0x50, 0x4b];

async function keptOfThisRelease(address: string): Promise<Uint8Array | null> {
  try {
    const release = document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content;
    const name = (await caches.keys()).find((one) => release && one.startsWith(`notspot-${release}-`));
    if (name === undefined) return null;
    const kept = await (await caches.open(name)).match(address, { ignoreSearch: true });
    return kept ? new Uint8Array(await kept.arrayBuffer()) : null;
  } catch {
    // No page, or a browser that keeps nothing of this address.
    return null;
  }
}

async function answered(
  { what, file }: DemoPack,
  address: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(address, { signal, credentials: 'same-origin' });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new Error(
      `${what} could not be fetched: there is no connection. Reload when you are online, or open your own files.`,
      { cause: error },
    );
  }
  if (response.status === 404) {
    throw new Error(
      `${what} is not on this server (demo/${file}, 404). Open your own files, or ask who runs this site.`,
    );
  }
  throw new Error(
    `${what} could not be fetched: the server answered ${response.status}. Try again later, or open your own files.`,
  );
}
