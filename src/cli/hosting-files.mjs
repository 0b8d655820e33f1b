import {
  immutableCache,
  revalidatedCache,
  securityHeaders,
  wasmWorkerFolder,
  wasmWorkerHeaders,
} from './production-headers.mjs';

/**
 * The configuration files that make a static host send the production headers, by path inside `public/`.
 * The copies in `public/` are compared with these by a test, which rewrites them when they differ.
 * @returns {Record<string, string>}
 */
export function hostingFiles() {
  return {
    _headers: headersFile(),
    'web.config': internetInformationServices(),
    'hosting/nginx.conf': nginx(),
  };
}

const pairs = Object.entries(securityHeaders);
const policyName = 'Content-Security-Policy';
const wasmWorkerPolicy = wasmWorkerHeaders[policyName];

/** Netlify and Cloudflare Pages. Their own default for unlisted paths already is to revalidate; two rules for one
 * path would be joined with a comma, so `Cache-Control` stands only where it differs or must be certain. */
function headersFile() {
  const rule = (/** @type {string} */ path, /** @type {string[][]} */ headers) =>
    `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}`).join('\n')}\n`;
  return [
    rule('/*', pairs),
    rule('/assets/*', [['Cache-Control', immutableCache]]),
    // "!" takes the common policy off: two policies would both bind, and the common one allows no WebAssembly.
    `${wasmWorkerFolder}*\n  ! ${policyName}\n  ${policyName}: ${wasmWorkerPolicy}\n`,
    ...['/', '/index.html', '/manifest.webmanifest', '/sw.js'].map((path) =>
      rule(path, [['Cache-Control', revalidatedCache]]),
    ),
  ].join('\n');
}

/** nginx drops inherited `add_header` lines in a block that has its own, hence the repetition. Without `always` a
 * header is left off errors, so that a missing file is not kept for a year. */
function nginx() {
  const line = (/** @type {string[]} */ [name, value], always = ' always') =>
    `    add_header ${name} "${value}"${always};`;
  const security = pairs.map((pair) => line(pair)).join('\n');
  const wasmWorker = Object.entries(wasmWorkerHeaders)
    .map((pair) => line(pair))
    .join('\n');
  return `# Notspot behind nginx: put this in a server block that has TLS, and set root to the built folder.
server {
  listen 8080;
  root /srv/notspot;
  server_tokens off;
  include mime.types;
  types { application/manifest+json webmanifest; text/javascript mjs; application/octet-stream pack; }
  gzip on;
  gzip_types text/css text/javascript application/javascript application/json application/manifest+json application/octet-stream image/svg+xml;

  location ${wasmWorkerFolder} {
    limit_except GET { deny all; }
    try_files $uri =404;
${wasmWorker}
${line(['Cache-Control', immutableCache], '')}
  }
  location /assets/ {
    limit_except GET { deny all; }
    try_files $uri =404;
${security}
${line(['Cache-Control', immutableCache], '')}
  }
  location / {
    limit_except GET { deny all; }
    index index.html;
    try_files $uri $uri/ =404;
${security}
${line(['Cache-Control', revalidatedCache])}
  }
}
`;
}

/** Microsoft IIS; stands in the root of the site. */
function internetInformationServices() {
  const xml = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const rows = (/** @type {string[][]} */ headers) =>
    headers
      .map(
        ([name, value]) =>
          `        <remove name="${name}" />\n        <add name="${name}" value="${xml(value)}" />`,
      )
      .join('\n');
  const types = [
    ['.webmanifest', 'application/manifest+json'],
    ['.pack', 'application/octet-stream'],
    ['.mjs', 'text/javascript'],
    ['.woff2', 'font/woff2'],
  ]
    .map(
      ([extension, type]) =>
        `      <remove fileExtension="${extension}" />\n      <mimeMap fileExtension="${extension}" mimeType="${type}" />`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
${types}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${rows([...pairs, ['Cache-Control', revalidatedCache]])}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
${rows([['Cache-Control', immutableCache]])}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
  <location path="${wasmWorkerFolder.slice(1, -1)}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
${rows([[policyName, wasmWorkerPolicy]])}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
</configuration>
`;
}
