import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/run-node.mjs';

/** Texts that would do harm where text is taken for markup, script, a formula or a key. All of them set window.pwned. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '"><svg onload=window.pwned=1>',
  "' autofocus onfocus='window.pwned=1",
  'javascript:window.pwned=1',
  '{{constructor.constructor("window.pwned=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template would run.
  '${window.pwned=1}',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '<a href="http://elsewhere.test" ping="http://elsewhere.test">x</a>',
  '<style>@import "http://elsewhere.test/x.css"</style>',
  '<math><mi xlink:href="data:x,<script>window.pwned=1</script>">',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '=HYPERLINK("http://elsewhere.test","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1:A2)',
  "Robert'); DROP TABLE wards;--",
  '&lt;b&gt;&amp;nbsp;',
  '\u202Edesrever',
  'x'.repeat(300),
];

/** Files of such texts that others wrote, where they lie beside this repository; null where they do not. */
export function foreignHostileFiles(): readonly { readonly name: string; readonly path: string }[] | null {
  const folder = join(projectRoot, '..', 'shared', 'corpora');
  const paths = [
    'csv/blns/blns-cells.csv',
    'geojson/blns/blns-keys.geojson',
    'geojson/blns/blns-values.geojson',
    'geojson/dompurify/xss-values.geojson',
    'geojson/proto/proto-keys.geojson',
  ].map((path) => join(folder, path));
  return paths.every(existsSync)
    ? paths.map((path) => ({ name: path.split('/').at(-1) ?? path, path }))
    : null;
}

/** The property values of such a GeoJSON file that are text. */
export function textsIn(path: string): string[] {
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as {
    features: { properties: Record<string, unknown> }[];
  };
  return features.flatMap(({ properties }) =>
    Object.values(properties).filter((value) => typeof value === 'string'),
  );
}
