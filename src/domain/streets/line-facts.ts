import { NamedColumns, yesOrNo } from './named-columns.ts';
import type { NetworkFile } from './network-files.ts';
import { foldedClass, type StreetClass, streetClass } from './street-class.ts';
import { SURFACES } from './surface.ts';

/** What a file says of one of its lines. */
export interface LineFacts {
  readonly id: string | null;
  readonly usrn: string | null;
  readonly name: string | null;
  /** As the file says it; null: not known. */
  readonly classText: string | null;
  /** null: the class is not known, or not one known here. */
  readonly streetClass: StreetClass | null;
  /** Code of SURFACES. */
  readonly surface: number;
  /** 0 is the ground; null: not known. */
  readonly level: number | null;
  readonly isBridge: boolean | null;
  readonly isTunnel: boolean | null;
  readonly widthMetres: number | null;
  readonly footways: 'both' | 'left' | 'right' | 'none' | 'own lines' | null;
  readonly microtrench: -1 | 0 | 1;
  /** True for a street that a tramway runs along. */
  readonly hasTram: boolean;
  /** True for a slip road or a roundabout: footways on both sides are not taken for granted. */
  readonly isPartOfJunction: boolean;
  /** True for a line that leads over a street, from footway to footway. */
  readonly isStreetCrossing: boolean;
}

/** Reads the facts of any row of a file. What its columns do not say is not known. */
export class LineFactsReader {
  /** Columns of restrictions and the like are read by whoever wants them. */
  readonly columns: NamedColumns;
  private readonly saysLevels: boolean;

  constructor(file: NetworkFile) {
    this.columns = new NamedColumns(file);
    // Files that tell levels tell them only where a line is not on the ground.
    this.saysLevels =
      this.columns.has('level') ||
      this.columns.any('level', 'layer', 'bridge', 'tunnel', 'structure', 'road_structure');
  }

  at(row: number): LineFacts {
    const { columns } = this;
    const classText = this.classOf(row);
    const known = classText === null || this.isGroup(row, classText) ? null : streetClass(classText);
    const structure = columns.text(row, 'structure', 'road_structure').toLowerCase();
    const isBridge = yesOrNo(columns.text(row, 'bridge')) ?? (/bridge/.test(structure) ? true : null);
    const isTunnel = yesOrNo(columns.text(row, 'tunnel')) ?? (/tunnel/.test(structure) ? true : null);
    const footway = columns.text(row, 'footway').toLowerCase();
    const stated = columns.role(row, 'surface') || columns.text(row, 'surface');
    const surface = footway === 'sidewalk' ? 'footway' : surfaceOf(stated, known, classText);
    return {
      id: columns.role(row, 'id') || columns.text(row, 'osm_id', 'identifier', 'id') || null,
      usrn: columns.text(row, 'usrn') || null,
      name: this.nameOf(row),
      classText,
      streetClass: known,
      surface: SURFACES.indexOf(surface),
      level: this.levelOf(row, isBridge, isTunnel),
      isBridge: isBridge ?? (this.saysLevels ? false : null),
      isTunnel: isTunnel ?? (this.saysLevels ? false : null),
      widthMetres: widthOf(columns, row),
      footways: footwaysOf(columns, row),
      microtrench: triState(columns.text(row, 'microtrench', 'microtrenchable')),
      hasTram: /^(?:y|yes|true|1|tram)$/i.test(columns.text(row, 'tram', 'embedded_rails')),
      isPartOfJunction: isPartOfJunction(columns, row, classText),
      isStreetCrossing: footway === 'crossing',
    };
  }

  private nameOf(row: number): string | null {
    const { columns } = this;
    const name = columns.role(row, 'name') || columns.text(row, 'name', 'name_1', 'name1', 'street_name');
    const number = columns.text(row, 'ref', 'road_classification_number', 'roadnumber', 'road_number');
    return name || number || null;
  }

  /** Railways and waterways by their own columns; streets by class. OS Open Roads grade by classification, and tell motorways so. */
  private classOf(row: number): string | null {
    const { columns } = this;
    const railway = columns.text(row, 'railway');
    const waterway = columns.text(row, 'waterway');
    const classification = columns.text(row, 'road_classification', 'roadclassification');
    const chosen = columns.role(row, 'class');
    const highway = columns.text(row, 'highway');
    if (!highway && railway && railway !== 'no') return railway;
    if (!highway && waterway && waterway !== 'no') return waterway;
    if (highway) return highway;
    if (/^(?:motorway|a road|b road|classified unnumbered)$/i.test(classification)) return classification;
    const way = columns.text(row, 'road_function', 'roadfunction', 'function');
    return (
      chosenClass(chosen, way) ||
      columns.text(row, 'class', 'fclass') ||
      way ||
      columns.text(row, 'form_of_way', 'formofway', 'highway_group') ||
      null
    );
  }

  /** A group ("primary", "other") is too coarse to take a width from. */
  private isGroup(row: number, classText: string): boolean {
    return this.columns.text(row, 'highway_group') === classText && !this.columns.any('highway', 'class');
  }

  private levelOf(row: number, isBridge: boolean | null, isTunnel: boolean | null): number | null {
    const stated = this.columns.number(row, 'level', 'level', 'layer');
    if (stated !== null) return Math.round(stated);
    if (isBridge) return 1;
    if (isTunnel) return -1;
    return this.saysLevels ? 0 : null;
  }
}

/** Forms of way, and what is not classified, say little where a function says what a road is for. */
function chosenClass(chosen: string, way: string): string {
  const isVague = /carriageway|^roundabout$|^slip road$|^not classified$|^unclassified$|^unknown$/i.test(
    chosen,
  );
  return way !== '' && isVague ? way : chosen;
}

function triState(text: string): -1 | 0 | 1 {
  const is = yesOrNo(text);
  return is === null ? -1 : is ? 1 : 0;
}

/** Each carriageway of a dual one has two sides: the tree pays for crossing either. */
function isPartOfJunction(columns: NamedColumns, row: number, classText: string | null): boolean {
  return (
    /slip road|roundabout/i.test(columns.text(row, 'form_of_way', 'formofway', 'junction')) ||
    /_link$/.test(classText ?? '')
  );
}

function widthOf(columns: NamedColumns, row: number): number | null {
  const width = columns.number(row, 'width', 'width_m', 'carriageway_width_m', 'carriageway_width', 'width');
  return width !== null && width > 0 && width <= MOST_METRES_ACROSS ? width : null;
}

const MOST_METRES_ACROSS = 100;

/** Our own words; OpenStreetMap's `sidewalk` and `footway` ('separate': they are lines of their own). */
function footwaysOf(columns: NamedColumns, row: number): LineFacts['footways'] {
  const text = columns.text(row, 'footways', 'sidewalk', 'sidewalk:both').toLowerCase();
  if (text === 'both' || text === 'yes' || text === '2') return 'both';
  if (text === 'left' || text === 'right') return text;
  if (text === 'none' || text === 'no' || text === '0') return 'none';
  if (text === 'separate') return 'own lines';
  const [left, right] = [columns.text(row, 'sidewalk:left'), columns.text(row, 'sidewalk:right')].map(
    yesOrNo,
  );
  if (left && right) return 'both';
  if (left && right === false) return 'left';
  if (right && left === false) return 'right';
  return left === false && right === false ? 'none' : null;
}

/**
 * Our own words (carriageway, footway, verge, soft); what OpenStreetMap says a way is paved with, or that it is not. Nothing is
 * taken from a class but that a footway laid beside a street is one.
 */
function surfaceOf(
  text: string,
  known: StreetClass | null,
  classText: string | null,
): (typeof SURFACES)[number] {
  const word = foldedClass(text);
  const own = SURFACES.find((surface) => surface === word);
  if (own) return own;
  if (SOFT.has(word)) return 'soft';
  if (word === 'grass' || word === 'grass verge') return 'verge';
  if (PAVED.test(word)) {
    const isForFeet = classText !== null && FOR_FEET.has(foldedClass(classText));
    return isForFeet || known?.use !== 'dug' ? 'footway' : 'carriageway';
  }
  return 'not known';
}

const SOFT = new Set([
  ...[
    'soft',
    'unpaved',
    'ground',
    'dirt',
    'earth',
    'mud',
    'sand',
    'gravel',
    'fine gravel',
    'compacted',
    'soil',
  ],
  ...['pebblestone', 'woodchips', 'field'],
]);
const PAVED =
  /^(?:paved|asphalt|tarmac|chipseal|concrete|paving stones|sett|cobblestone|bricks?|metal|made ground)/;
const FOR_FEET = new Set(['footway', 'footpath', 'path', 'pedestrian', 'cycleway', 'bridleway']);
