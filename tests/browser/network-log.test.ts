import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchStoryBrowser } from './harness.ts';

// The control run of the privacy promise: pages that leak on purpose, each route to a host of its own.
// If the judge misses one of them, its "no foreign request" means nothing.

const routes = [
  'fetch-in-worker',
  'fetch-in-service-worker',
  'beacon',
  'ping',
  'socket',
  'image',
  'prefetch',
];
const hostOf = (route: string) => `${route}.leak-control.test`;

const page = `<!doctype html><title>leaking</title><link rel="prefetch" href="http://${hostOf('prefetch')}/x">
<a id="ping" href="#done" ping="http://${hostOf('ping')}/x">ping</a><img alt="" src="http://${hostOf('image')}/x">
<script type="module">
  navigator.sendBeacon('http://${hostOf('beacon')}/x', 'data');
  new WebSocket('ws://${hostOf('socket')}/x').onerror = () => {};
  document.getElementById('ping').click();
  const answered = (target) => new Promise((resolve) => target.addEventListener('message', resolve, { once: true }));
  const worker = new Worker('/worker.js');
  await answered(worker);
  await navigator.serviceWorker.register('/service-worker.js');
  const registration = await navigator.serviceWorker.ready;
  const reply = answered(navigator.serviceWorker);
  navigator.serviceWorker.startMessages();
  registration.active.postMessage('go');
  await reply;
  document.title = 'leaked';
</script>`;
const scripts: Record<string, string> = {
  '/worker.js': `fetch('http://${hostOf('fetch-in-worker')}/x').catch(() => {}).then(() => postMessage('done'))`,
  '/service-worker.js': `addEventListener('message', (event) => {
    event.waitUntil(fetch('http://${hostOf('fetch-in-service-worker')}/x').catch(() => {}).then(() => event.source.postMessage('done')));
  })`,
};

describe('the judge of the network log', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const script = scripts[request.url ?? ''];
      response.writeHead(200, { 'Content-Type': script ? 'text/javascript' : 'text/html' });
      response.end(script ?? page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('catches every way of leaking', async () => {
    const browser = await launchStoryBrowser({
      address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      chromiumPath: inject('chromiumPath'),
    });
    const { page: leaking } = await browser.open({ serviceWorkers: 'allow' });
    await leaking.waitForFunction(() => document.title === 'leaked');
    const { foreign } = await browser.close();
    const caught = new Set(foreign.map(({ host }) => host));
    expect(routes.filter((route) => !caught.has(hostOf(route)))).toEqual([]);
  });
});
