/** What is recognised but not read. */
export type Unread = keyof typeof SENTENCES;

/** Says what `name` is and what to do, in at most 25 words. */
export function unreadMessage(name: string, unread: Unread): string {
  return `${name} ${SENTENCES[unread]}`;
}

const SENTENCES = {
  pdf: 'is a PDF: a picture of a table, not the table. Ask its publisher for CSV, GeoJSON or GeoPackage.',
  picture: 'is a picture, without the shapes or rows drawn in it. Ask its publisher for the data behind it.',
  'shapefile-part':
    'is one part of a Shapefile. Zip the .shp, .dbf, .shx and .prj together and load the zip.',
  basemap: 'is a basemap (PMTiles), without rows to count. Drop it in the browser to see it under the map.',
  'old-office': 'is an old Office file (Excel, Word). Save the sheet as CSV and load that.',
  'excel-workbook': 'is an Excel workbook. Save the sheet as CSV and load that.',
  'open-sheet': 'is an OpenDocument spreadsheet. Save the sheet as CSV and load that.',
  document: 'is a text document or presentation. Copy its table into a sheet, save that as CSV and load it.',
  'other-archive':
    'is an archive of a kind that is not opened. Unpack it, or pack it again as .zip, and load that.',
  'web-page':
    'is a web page, not the data. Open its address, use its download link and load what that gives.',
  gml: 'is GML, which is not read. Save it as GeoPackage or GeoJSON, in QGIS for example, and load that.',
  'osm-xml': 'is OpenStreetMap XML, which is not read. Export the objects as GeoJSON or KML and load that.',
  xml: 'is XML but neither KML nor GPX. Save it as GeoJSON, KML or CSV and load that.',
  binary: 'is of no format that is read. Save it as GeoPackage, GeoJSON or CSV and load that.',
  text: 'is plain text, not a table. Save it as CSV, with one row a line, and load that.',
} as const;
