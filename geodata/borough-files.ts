import type { Area } from './areas/areas-of.ts';
import { AUTHORITY_CODE, type Borough } from './borough.ts';
import type { BoroughFile, BoroughRow } from './borough-file.ts';
import { band } from './plan/landscape.ts';

/** What each file of a borough is, beside its rows: role in the project, words for its description. */
export interface BoroughContent {
  readonly contentId: string;
  readonly title: string;
  readonly description: string;
  readonly make: () => BoroughFile;
}

/** All files of a borough, each made when asked for. */
export function boroughFiles(borough: Borough): BoroughContent[] {
  const { plan, areas } = borough;
  return [
    {
      contentId: 'wards',
      title: 'Wards',
      description: 'Ward boundaries; neighbours share every vertex of their border.',
      make: () => ({
        fileName: 'wards.geojson',
        columns: ['WD26CD', 'WD26NM', 'LAD26CD', 'LAD26NM'],
        rows: areas.wards.map((ward) => areaRow(ward, [ward.code, ward.name, AUTHORITY_CODE, borough.name])),
      }),
    },
    {
      contentId: 'premises',
      title: 'Premises',
      description: 'One row per address-level premises; flats of one building share a point.',
      make: () => premisesFile(borough),
    },
    ...borough.footprints.map((footprint) => ({
      contentId: footprint.key,
      title: footprint.name,
      description: `${FOOTPRINT_WORDS[footprint.technology]}${footprint.confidence === null ? '' : ` (${footprint.confidence === 'high' ? 'high' : 'very high'} confidence)`}.`,
      make: (): BoroughFile => ({
        fileName: `coverage-${footprint.key}.geojson`,
        columns:
          footprint.confidence === null
            ? ['operator', 'technology']
            : ['operator', 'technology', 'confidence'],
        rows: footprint.polygons.map((rings) => ({
          cells: [
            footprint.operator,
            footprint.technology,
            ...(footprint.confidence === null ? [] : [footprint.confidence]),
          ],
          shape: { kind: 'polygons', polygons: [rings] },
        })),
      }),
    })),
    {
      contentId: 'full-fibre-survey',
      title: 'Full fibre survey',
      description:
        'Answers per premises from a survey that reached seven in ten; those it did not reach have no row.',
      make: () => ({
        fileName: 'full-fibre-survey.csv',
        columns: ['uprn', 'full_fibre'],
        rows: borough.survey.map((one) => ({ cells: [one.uprn, one.fullFibre], shape: null })),
      }),
    },
    {
      contentId: 'superfast-shares',
      title: 'Superfast availability by area',
      description:
        'Percentage of premises that can get 30 Mbit/s or more, per statistical area, rounded to one decimal.',
      make: () => ({
        fileName: 'superfast-by-area.geojson',
        columns: ['LSOA26CD', 'LSOA26NM', 'superfast_percent'],
        rows: borough.shares.map(({ area, superfastPercent }) =>
          areaRow(area, [area.code, area.name, superfastPercent]),
        ),
      }),
    },
    {
      contentId: 'gigabit-by-authority',
      title: 'Gigabit availability by authority',
      description:
        'Percentage of premises that can get gigabit in this and 23 other invented authorities at two dates, as a regulator would publish it.',
      make: () => ({
        fileName: 'gigabit-by-authority.csv',
        columns: ['LAD26CD', 'LAD26NM', 'period', 'All Premises', 'gigabit_percent'],
        rows: borough.authorities.map(({ code, name, period, premises, gigabitPercent }) => ({
          cells: [code, name, period, String(premises), gigabitPercent],
          shape: null,
        })),
      }),
    },
    {
      contentId: 'need-by-ward',
      title: 'Need by ward',
      description: 'Deprivation, adults offline and small firms of each ward, invented.',
      make: () => ({
        fileName: 'need-by-ward.csv',
        columns: ['WD26CD', 'WD26NM', 'deprivation', 'offline_percent', 'small_firms'],
        rows: borough.needs.map(({ ward, deprivation, offlinePercent, smallFirms }) => ({
          cells: [ward.code, ward.name, deprivation, offlinePercent, smallFirms],
          shape: null,
        })),
      }),
    },
    {
      contentId: 'streets',
      title: 'Streets',
      description: 'Centre lines of streets with name and class.',
      make: () => ({
        fileName: 'streets.geojson',
        columns: ['kind', 'name', 'class'],
        rows: plan.streets.map((street) => ({
          cells: ['street', street.name, street.class],
          shape: { kind: 'line', line: street.line },
        })),
      }),
    },
    {
      contentId: 'buildings',
      title: 'Buildings',
      description: 'Footprints of buildings with storeys and height.',
      make: () => ({
        fileName: 'buildings.geojson',
        columns: ['kind', 'building', 'levels', 'height_m'],
        rows: plan.buildings.map((building, i) => ({
          cells: [
            'building',
            building.kind,
            String(borough.buildingHeights[i].levels),
            borough.buildingHeights[i].heightMetres.toFixed(1),
          ],
          shape: { kind: 'polygons', polygons: [[building.outline]] },
        })),
      }),
    },
    {
      contentId: 'landscape',
      title: 'Water, green and railways',
      description: 'Rivers, lakes, parks, woods and railways.',
      make: () => landscapeFile(borough),
    },
    {
      contentId: 'places',
      title: 'Places',
      description: 'Towns and villages.',
      make: () => ({
        fileName: 'places.geojson',
        columns: ['kind', 'name', 'class'],
        rows: plan.settlements.map((place) => ({
          cells: ['place', place.name, place.kind],
          shape: { kind: 'point', position: place.centre },
        })),
      }),
    },
  ];
}

const FOOTPRINT_WORDS = {
  gigabit: 'Ground where a gigabit line can be had',
  '5g': 'Outdoor 5G as the operator predicts it',
  radio: 'Sectors of a rooftop-radio network',
};

function premisesFile({ plan, uprns, postcodes, positions }: Borough): BoroughFile {
  return {
    fileName: 'premises.csv',
    columns: ['uprn', 'postcode', 'easting', 'northing', 'address', 'use', 'building'],
    rows: plan.premises.map((one, i) => ({
      cells: [
        uprns[i],
        postcodes[i],
        String(positions[i][0]),
        String(positions[i][1]),
        one.address,
        one.use,
        plan.buildings[one.building].kind,
      ],
      shape: { kind: 'point', position: positions[i] },
    })),
  };
}

function landscapeFile({ plan }: Borough): BoroughFile {
  const rows: BoroughRow[] = [];
  for (const { name, line, widthMetres } of plan.rivers) {
    rows.push({ cells: ['river', name], shape: { kind: 'line', line } });
    rows.push({ cells: ['water', name], shape: { kind: 'polygons', polygons: [[band(line, widthMetres)]] } });
  }
  for (const { name, line } of plan.railways)
    rows.push({ cells: ['railway', name], shape: { kind: 'line', line } });
  for (const zone of plan.zones) {
    if (zone.kind === 'park' || zone.kind === 'wood' || zone.kind === 'water')
      rows.push({ cells: [zone.kind, zone.name], shape: { kind: 'polygons', polygons: [[zone.outline]] } });
  }
  return { fileName: 'landscape.geojson', columns: ['kind', 'name'], rows };
}

function areaRow(area: Area, cells: readonly string[]): BoroughRow {
  return { cells, shape: { kind: 'polygons', polygons: area.polygons } };
}
