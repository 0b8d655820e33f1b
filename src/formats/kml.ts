import type { IssueCollector } from '../domain/tables/issue-collector.ts';
import { kmlShape } from './kml-geometry.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import type { XmlElement, XmlHandler } from './xml-parser.ts';
import { readXml } from './xml-read.ts';
import { XmlTable } from './xml-table.ts';

/**
 * Reads KML 2 with Google's gx tracks: one row a placemark, with its name, description (as text), times, extended data
 * and the folders it lies in. Styles are dropped; links, icons and overlays are counted and never followed. Throws
 * FileRefused as `readXml` does. KML is in WGS84 longitude and latitude by definition (OGC 12-007r2, 6.1).
 */
export async function readKml({ source }: ReaderInput): Promise<readonly ReadTable[]> {
  const table = new XmlTable();
  await readXml(source, new KmlHandler(table));
  return table.finish(source, 'kml', 'placemark');
}

class KmlHandler implements XmlHandler {
  private readonly table: XmlTable;
  private readonly folders: string[] = [];

  constructor(table: XmlTable) {
    this.table = table;
  }

  open({ name }: XmlElement): boolean {
    if (name === 'Folder') this.folders.push('');
    return KEPT_WHOLE.has(name);
  }

  close(element: XmlElement, path: readonly XmlElement[]): void {
    const { name } = element;
    if (name === 'Placemark') this.addPlacemark(element);
    else if (name === 'Folder') this.folders.pop();
    else if (name === 'name' && path.at(-1)?.name === 'Folder')
      this.folders[this.folders.length - 1] = element.text.trim();
    else countLinks(element, this.table.found);
  }

  private addPlacemark(placemark: XmlElement): void {
    const values: [string, string][] = [];
    const id = placemark.attributes.get('id');
    if (id) values.push(['id', id]);
    const folder = this.folders.filter((name) => name !== '').join(' / ');
    for (const child of placemark.children) {
      const column = COLUMNS.get(child.name);
      if (column) values.push([column, child.text.trim()]);
      else if (child.name === 'TimeStamp') values.push(['time', textIn(child, 'when')]);
      else if (child.name === 'TimeSpan')
        values.push(['begin', textIn(child, 'begin')], ['end', textIn(child, 'end')]);
      else if (child.name === 'ExtendedData') values.push(...extendedData(child));
    }
    values.push(['folder', folder]);
    for (const child of placemark.children) countLinks(child, this.table.found);
    const place = `placemark ${this.table.rows + 1}`;
    this.table.addRow(values, kmlShape(placemark), place);
  }
}

/** Elements whose inside is wanted in one piece. */
const KEPT_WHOLE: ReadonlySet<string> = new Set([
  'Placemark',
  'NetworkLink',
  'GroundOverlay',
  'ScreenOverlay',
  'PhotoOverlay',
  'Style',
  'CascadingStyle',
  'StyleMap',
]);

/** Values that a placemark holds directly, and the columns they go to. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['name', 'name'],
  ['description', 'description'],
  ['snippet', 'snippet'],
  ['Snippet', 'snippet'],
  ['address', 'address'],
  ['phoneNumber', 'phone number'],
]);

function* extendedData(element: XmlElement): Generator<[string, string]> {
  for (const child of element.children) {
    if (child.name === 'Data') yield [child.attributes.get('name') ?? '', textIn(child, 'value')];
    else if (child.name === 'SchemaData') {
      for (const cell of child.children)
        if (cell.name === 'SimpleData') yield [cell.attributes.get('name') ?? '', cell.text.trim()];
    } else if (child.children.length === 0) yield [child.name, child.text.trim()];
  }
}

function textIn(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? '';
}

/** Counts whatever the element points to outside the file: network links and overlays once each, other addresses singly. */
function countLinks(element: XmlElement, found: IssueCollector): void {
  if (element.name === 'NetworkLink' || element.name.endsWith('Overlay')) {
    found.add('LINKS_NOT_FOLLOWED', 'note', element.name);
    return;
  }
  const isAddress = element.name === 'href' || element.name === 'styleUrl' || element.name === 'schemaUrl';
  const text = isAddress ? element.text.trim() : '';
  if (text !== '' && !text.startsWith('#'))
    found.add('LINKS_NOT_FOLLOWED', 'note', `${element.name}: ${text.slice(0, 80)}`);
  for (const child of element.children) countLinks(child, found);
}
