import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { foreignRequests, type NetworkRequest, readNetworkLog } from './network-log.ts';

/** How a page of the app is opened. */
export interface OpenOptions {
  /** What follows the address, such as `#/data`. */
  route?: string;
  widthPixels?: number;
  heightPixels?: number;
  colourScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  /**
   * 'allow': the app keeps its files in the browser, as it does for a person. 'block' by default: a story about something
   * else meets the files as they are served.
   */
  serviceWorkers?: 'allow' | 'block';
}

/** An open page, and everything that went wrong on it so far. */
export interface OpenedApp {
  page: Page;
  context: BrowserContext;
  /** Messages of level error, the page's and its workers'. */
  consoleErrors: string[];
  /** Uncaught exceptions and rejections. */
  pageErrors: string[];
  policyViolations: string[];
}

/** What the browser asked of the network during its whole life. */
export interface NetworkVerdict {
  /** Requests and look-ups to other hosts than ours. */
  foreign: NetworkRequest[];
  /** Requests to ours that could carry data: another method than GET or HEAD, or a query. */
  carrying: NetworkRequest[];
  /** Number of requests to ours. */
  own: number;
}

export interface StoryBrowser {
  open(options?: OpenOptions): Promise<OpenedApp>;
  /** Every page opened so far. */
  opened: readonly OpenedApp[];
  /** Ends the browser and judges its network log. */
  close(): Promise<NetworkVerdict>;
}

/** `address` ends with a slash; `chromiumArguments` are added to the usual ones. */
export interface LaunchOptions {
  address: string;
  chromiumPath: string;
  chromiumArguments?: string[];
  /** Pages are put together by the graphics' stand-in, as a person's computer does it: for what is timed. */
  withGraphics?: boolean;
}

/**
 * Starts a real Chromium that can reach nothing but this machine and keeps a log of all it asked of the network.
 */
export async function launchStoryBrowser(options: LaunchOptions): Promise<StoryBrowser> {
  const { address, chromiumPath, chromiumArguments = [], withGraphics = false } = options;
  const folder = mkdtempSync(join(tmpdir(), 'notspot-story-'));
  const logPath = join(folder, 'network-log.json');
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      ...usualArguments,
      ...(withGraphics ? ['--use-angle=swiftshader'] : ['--disable-gpu']),
      `--log-net-log=${logPath}`,
      ...chromiumArguments,
    ],
  });
  const opened: OpenedApp[] = [];
  return {
    opened,
    async open({ route = '', widthPixels = 1280, heightPixels = 800, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: widthPixels, height: heightPixels },
        colorScheme: options.colourScheme ?? 'light',
        reducedMotion: options.reducedMotion ?? 'no-preference',
        serviceWorkers: options.serviceWorkers ?? 'block',
        locale: 'en-GB',
        acceptDownloads: true,
      });
      const app = await watch(context);
      opened.push(app);
      await app.page.goto(`${address}${route}`);
      return app;
    },
    async close() {
      await browser.close();
      try {
        return judge(readNetworkLog(logPath), new URL(address).hostname);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Waits until the map has drawn everything it was given. */
export async function waitForMap(page: Page, timeoutMilliseconds = 60_000): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.map === 'idle', undefined, {
    timeout: timeoutMilliseconds,
    polling: POLLING_MILLISECONDS,
  });
}

/** How often a page is asked that is waited for. By itself Playwright asks in every frame, and so has frames made. */
export const POLLING_MILLISECONDS = 50;

/**
 * What axe finds on the page: `rule: selector, selector`, one per broken rule; empty when it finds nothing.
 * All of its rules are asked. They run in the page itself, which holds no frame: gathering the results of frames in
 * another page, and describing what passed, took five times as long as the rules.
 * @throws when the page holds a frame
 */
export async function findAxeViolations(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('A page of the app holds a frame, which axe would not see.');
  // By itself it would bring its script into the page twice at every call.
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Further arguments for a computer whose graphics draw no map. */
export const withoutWebGl = ['--disable-gpu', '--disable-webgl', '--disable-3d-apis'];

/** The page's or worker's own check that the policy holds: it tries to fetch this and expects to be refused. */
const policySelfTest = 'data:,x';

/** What the browser does of itself and no page needs. Its switch counts once: this list replaces Playwright's own. */
const featuresWithout = [
  // The browser asks its maker about every form with a text field, in the page's name; the page cannot forbid it.
  'AutofillServerCommunication',
  // Two pages of the browser's own below the address bar of every window: a quarter of what opening the app takes.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // The rest are Playwright's.
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
];

/** Without `--disable-gpu`, with which pages are put together without a graphics chip's stand-in and only the map asks for one. */
export const usualArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${featuresWithout.join()}`,
  '--enable-unsafe-swiftshader',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

async function watch(context: BrowserContext): Promise<OpenedApp> {
  const app: OpenedApp = {
    page: await context.newPage(),
    context,
    consoleErrors: [],
    pageErrors: [],
    policyViolations: [],
  };
  await context.exposeFunction('reportPolicyViolation', (violation: string) => {
    app.policyViolations.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
        if (effectiveDirective === 'connect-src' && blockedURI === 'data') return;
        const report = (window as unknown as { reportPolicyViolation(text: string): void })
          .reportPolicyViolation;
        report(`${effectiveDirective} refused ${blockedURI} ${sample} (${sourceFile})`);
      },
    );
  });
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() !== 'error' || text.includes(policySelfTest)) return;
    app.consoleErrors.push(text);
    // A worker's violations raise no event on the page, only this.
    if (/Content Security Policy|TrustedScript|TrustedHTML/.test(text)) app.policyViolations.push(text);
  });
  context.on('weberror', (error) => app.pageErrors.push(String(error.error().stack ?? error.error())));
  return app;
}

function judge(requests: NetworkRequest[], ownHost: string): NetworkVerdict {
  const own = requests.filter(({ kind, host }) => kind === 'request' && host === ownHost);
  return {
    foreign: foreignRequests(requests, [ownHost, 'localhost']),
    carrying: own.filter(
      ({ method, target }) => !/^(GET|HEAD)$/.test(method) || new URL(target).search !== '',
    ),
    own: own.length,
  };
}
