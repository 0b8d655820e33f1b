import { coordinateMessage } from '../domain/geo/coordinate-message.ts';
import type { IssueCode, IssueOutcome } from '../domain/tables/file-report.ts';
import { counted } from '../domain/tables/issue-collector.ts';

/** What the report of a GeoJSON says about each kind of trouble. */
export function geoJsonMessage(code: IssueCode, outcome: IssueOutcome, count: number): string {
  const ofCoordinates = coordinateMessage(code, outcome, count, 'shape');
  if (ofCoordinates !== null) return ofCoordinates;
  const shapes = counted(count, 'shape');
  switch (code) {
    case 'NO_LOCATION':
      return `${counted(count, 'row')} without a location, in the table only.`;
    case 'OUT_OF_RANGE':
      return `${shapes} lie outside longitude and latitude and are in the table only. Check the file's coordinate system.`;
    case 'NON_FINITE':
      return `${shapes} have coordinates that are not finite numbers and are in the table only.`;
    case 'CRS_MEMBER':
      return 'The file names a coordinate system of its own, which newer GeoJSON has no place for: it was followed.';
    case 'EXTRA_ORDINATES':
      return outcome === 'note'
        ? `${counted(count, 'height')} in the coordinates not used.`
        : `${counted(count, 'position')} had more than three numbers: the surplus was dropped.`;
    case 'RING_NOT_CLOSED':
      return `${counted(count, 'ring')} closed for you.`;
    case 'WINDING':
      return `${shapes} with holes drawn the wrong way round: turned. Nothing is lost.`;
    case 'SELF_INTERSECTION':
      return `${shapes} with a border that crosses itself: read by the even–odd rule. Check them on the map.`;
    case 'ANTIMERIDIAN':
      return `${shapes} cross 180° of longitude and are in the table only.`;
    case 'ZERO_LENGTH':
      return `${counted(count, 'line')} without length, in the table only.`;
    case 'NO_PROPERTIES':
      return `${counted(count, 'feature')} without "properties": read with blanks.`;
    case 'BAD_TYPE':
      return `${counted(count, 'member')} misnamed or misplaced for GeoJSON: read as shown.`;
    case 'BAD_BBOX':
      return `${counted(count, 'bounding box', 'bounding boxes')} malformed and not used.`;
    case 'BAD_ENCODING':
      return `${counted(count, 'feature')} not in UTF-8: read as Windows-1252. Check accents.`;
    case 'EMPTY':
      return 'The file holds no shapes.';
    default:
      if (outcome === 'left-out') return `${shapes} without any coordinates, in the table only.`;
      if (outcome === 'note') return `${shapes} too entangled to check for crossings.`;
      return `${shapes} with overlapping or touching parts: read as their union. Check them on the map.`;
  }
}
