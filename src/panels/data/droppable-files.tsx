import { Disclosure } from '../../ui/disclosure.tsx';

/** Which files are read, in plain words. */
export function DroppableFiles() {
  return (
    <Disclosure summary="What can be dropped">
      <div className="stack small">
        <p>
          Drop everything together: each file is known by what is in it, not by its name. Compressed files
          (.zip, .gz) need no unpacking.
        </p>
        <dl className="facts">
          <dt>Tables</dt>
          <dd>CSV and TSV, GeoParquet: premises, postcodes, coverage by premises, postcode or area.</dd>
          <dt>Shapes</dt>
          <dd>GeoJSON, Shapefile (as a .zip), GeoPackage, KML and KMZ, GPX, FlatGeobuf, TopoJSON.</dd>
          <dt>Heights</dt>
          <dd>
            GeoTIFF, ASCII grid, SRTM tiles: surface, bare ground, trees. Footprints with heights or levels,
            trees as points.
          </dd>
          <dt>Streets to dig</dt>
          <dd>
            Lines of OpenStreetMap or OS Open Roads, or your own by the template; exchanges and cabinets as
            points, ducts and pole routes as lines, restrictions as a table by street.
          </dd>
          <dt>Barriers and levers</dt>
          <dd>
            Roofs, masts and columns as points with what their owners answered; a calendar of planned
            excavations by street.
          </dd>
          <dt>Layouts known by their columns</dt>
          <dd>
            OS Open UPRN, Code-Point Open, ONSPD, Ofcom Connected Nations (fixed by postcode and output area,
            mobile by authority), BDUK premises, census households.
          </dd>
          <dt>Basemap</dt>
          <dd>PMTiles, read in pieces from your disk.</dd>
        </dl>
        <p>
          Coordinates may be degrees, British National Grid or what the file names. Whatever a file does not
          say is shown as not known.
        </p>
      </div>
    </Disclosure>
  );
}
