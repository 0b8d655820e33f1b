import { readFileSync } from 'node:fs';

/** One thing the browser asked of the network, as its own log tells it. */
export interface NetworkRequest {
  kind: 'request' | 'lookup';
  /** The address of a request, or the host of a look-up. */
  target: string;
  host: string;
  method: string;
  /** Host of the page or worker that asked; empty for the browser itself. */
  initiator: string;
}

/**
 * Reads what Chromium wrote for `--log-net-log`. Unlike page events this includes requests of workers and service
 * workers, beacons, pings, prefetches and web sockets. A log cut short by a killed browser is read up to its end.
 */
export function readNetworkLog(path: string): NetworkRequest[] {
  const { constants, events } = parseLog(readFileSync(path, 'utf8'));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const requests: NetworkRequest[] = [];
  for (const { type, params } of events) {
    const name = names.get(type) ?? '';
    if (name === 'URL_REQUEST_START_JOB' && params?.url) {
      const address = new URL(params.url);
      if (!networkSchemes.has(address.protocol)) continue;
      requests.push({
        kind: 'request',
        target: params.url,
        host: address.hostname,
        method: params.method ?? '',
        initiator: hostOf(params.initiator ?? ''),
      });
    } else if (/^HOST_RESOLVER_/.test(name) && params?.host) {
      const host = hostOf(params.host);
      const initiator = hostOf(params.network_anonymization_key?.split(' ')[0] ?? '');
      requests.push({ kind: 'lookup', target: host, host, method: '', initiator });
    }
  }
  return requests;
}

/**
 * The requests and look-ups that went, or tried to go, to another host than our own.
 * The browser's own calls to its maker's services are left out, but only where no page of ours asked for them.
 */
export function foreignRequests(requests: NetworkRequest[], ownHosts: readonly string[]): NetworkRequest[] {
  return requests.filter(
    ({ host, initiator }) =>
      !ownHosts.includes(host) && (ownHosts.includes(initiator) || !browserHosts.has(host)),
  );
}

const networkSchemes = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:']);

const browserHosts = new Set([
  // What --host-resolver-rules makes of every name that it maps away.
  '~notfound',
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'mtalk.google.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsingohttpgateway.googleapis.com',
  'update.googleapis.com',
  'www.google.com',
]);

interface NetworkLog {
  constants: { logEventTypes: Record<string, number> };
  events: {
    type: number;
    params?: {
      url?: string;
      host?: string;
      method?: string;
      initiator?: string;
      network_anonymization_key?: string;
    };
  }[];
}

function parseLog(text: string): NetworkLog {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(`${text.slice(0, text.lastIndexOf('\n')).replace(/,\s*$/, '')}]}`);
  }
}

/** The log writes hosts as `name`, `name:port` or `https://name:port`; the browser's own origin as "not an origin". */
function hostOf(written: string): string {
  const address = written.includes('://') ? written : `http://${written}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}
