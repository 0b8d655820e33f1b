import { confidentialDig } from '../../domain/dig/confidential-dig.ts';
import type { DigDesign } from '../../domain/dig/dig-design.ts';
import type { Project } from '../../domain/project/project.ts';

/** A file that a design can be handed over as. */
export interface DigFileLine {
  readonly form:
    | 'geojson'
    | 'streets'
    | 'bill'
    | 'pieces'
    | 'premises'
    | 'kml'
    | 'open-fibre'
    | 'open-fibre-nodes'
    | 'open-fibre-spans';
  readonly label: string;
  /** What is in it, and what it lacks. */
  readonly says: string;
  /** Why it cannot be had, in words; null: it can. */
  readonly held: string | null;
}

/** Every file of a design with what is in it; where something keeps it back, why. */
export function digFiles(design: DigDesign, project: Project): readonly DigFileLine[] {
  const { route, premises } = confidentialDig(project, design);
  return FILES.map(({ needsPremises, needsResult, ...line }): DigFileLine => {
    const unmade = needsResult && !design.result ? 'There is no route yet: find it first.' : null;
    return { ...line, held: unmade ?? route ?? (needsPremises ? premises : null) };
  });
}

const FILES: readonly (Omit<DigFileLine, 'held'> & {
  readonly needsPremises: boolean;
  readonly needsResult: boolean;
})[] = [
  {
    form: 'geojson',
    label: 'Design (GeoJSON)',
    says: 'The whole design: route, prices, premises, what was asked. Lacks nothing; Notspot reads it back to the same design, and any mapping tool shows it.',
    needsPremises: true,
    needsResult: false,
  },
  {
    form: 'streets',
    label: 'Streets (CSV)',
    says: 'A line a street: metres by surface, pounds, days of works, restrictions. Lacks the line of the route and the premises.',
    needsPremises: false,
    needsResult: true,
  },
  {
    form: 'bill',
    label: 'Bill of quantities (CSV)',
    says: 'Metres by surface and method, chambers, crossings, lead-ins, costs by part, works, carbon, premises passed and connected, what is assumed. Lacks the line of the route and which premises are served.',
    needsPremises: false,
    needsResult: true,
  },
  {
    form: 'pieces',
    label: 'Pieces (CSV)',
    says: 'A line a piece of the route, with its line and its price by part. Lacks the premises and what the restrictions say.',
    needsPremises: true,
    needsResult: true,
  },
  {
    form: 'premises',
    label: 'Premises (CSV)',
    says: 'Those served and those not, with the reason and the nearest street. Lacks the route and its price.',
    needsPremises: true,
    needsResult: true,
  },
  {
    form: 'kml',
    label: 'Map (KML)',
    says: 'Route, roots and premises for map viewers. Lacks the parts of each price, days of works, and what was asked.',
    needsPremises: true,
    needsResult: true,
  },
  {
    form: 'open-fibre',
    label: 'Open Fibre Data (JSON)',
    says: 'The network in the Open Fibre Data Standard 0.3, made to be published. Lacks prices, days, restrictions, ids of premises, and premises not served.',
    needsPremises: true,
    needsResult: true,
  },
  {
    form: 'open-fibre-nodes',
    label: 'Open Fibre nodes (GeoJSON)',
    says: 'The nodes of the same network in the standard’s GeoJSON form. Lacks what the JSON lacks, and the spans.',
    needsPremises: true,
    needsResult: true,
  },
  {
    form: 'open-fibre-spans',
    label: 'Open Fibre spans (GeoJSON)',
    says: 'The spans of the same network. Lacks what the JSON lacks, and nodes that no span meets.',
    needsPremises: true,
    needsResult: true,
  },
];
