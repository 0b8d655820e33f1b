import type { ColumnRoles } from '../../domain/project/column-roles.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import type { Role } from '../../domain/project/role.ts';
import { Field } from '../../ui/field.tsx';

export interface ColumnRoleFieldsProps {
  readonly dataset: DatasetRecord;
  readonly onChange: (which: keyof ColumnRoles, column: string | undefined) => void;
}

/** Which column means what; a change counts at once and can be undone. */
export function ColumnRoleFields({ dataset, onChange }: ColumnRoleFieldsProps) {
  const asked = [
    ...new Set([...WANTED[dataset.role], ...(Object.keys(dataset.roles) as (keyof ColumnRoles)[])]),
  ];
  return (
    <div className="column-roles">
      {asked.map((which) => (
        <Field key={which} label={LABELS[which]}>
          {(ids) => (
            <select
              {...ids}
              className="control"
              value={dataset.roles[which] ?? ''}
              onChange={(event) => onChange(which, event.target.value || undefined)}
            >
              <option value="">no column</option>
              {dataset.columnNames.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      {asked.length === 0 ? (
        <p className="small soft">Nothing is read from the columns of this file.</p>
      ) : null}
    </div>
  );
}

const LABELS: Record<keyof ColumnRoles, string> = {
  id: 'Identifier (UPRN, postcode)',
  code: 'Area code (GSS)',
  name: 'Name',
  lon: 'Longitude',
  lat: 'Latitude',
  easting: 'Easting',
  northing: 'Northing',
  units: 'Number of units',
  address: 'Address',
  use: 'Use',
  building: 'Building',
  weight: 'Weight',
  terminated: 'Date out of use',
  dimension: 'Kind of dwelling (rows summed)',
  height: 'Height in metres',
  levels: 'Levels (storeys)',
  crown: 'Radius of the crown in metres',
  class: 'Class of street',
  surface: 'Surface',
  level: 'Level (0 is the ground)',
  width: 'Width of the carriageway in metres',
  kind: 'Kind',
  owner: 'Owner',
  street: 'Street (name, id or USRN)',
  from: 'From (date)',
  until: 'Until (date)',
  shares: 'Whether a duct may go in',
  wayleave: 'The owner’s answer',
  asked: 'Asked on (date)',
  power: 'Whether there is power',
};

const PLACES = ['lon', 'lat', 'easting', 'northing'] as const;

const WANTED: Record<Role, readonly (keyof ColumnRoles)[]> = {
  wards: ['code', 'name'],
  areas: ['code', 'name'],
  coverage: ['name'],
  records: ['id'],
  shares: ['code'],
  premises: ['id', ...PLACES, 'units', 'address', 'use'],
  heights: [],
  buildings: ['height', 'levels'],
  trees: ['height', 'crown'],
  streets: ['id', 'name', 'class', 'surface', 'level', 'width'],
  'fibre points': ['id', 'name', 'kind', 'owner', ...PLACES],
  ducts: ['id', 'kind', 'owner'],
  restrictions: ['street', 'kind', 'from', 'until', 'owner'],
  'roof access': ['id', 'name', 'kind', 'owner', 'wayleave', 'asked', 'power', 'height', ...PLACES],
  'planned excavations': ['street', 'owner', 'kind', 'from', 'until', 'shares'],
  context: [],
  table: [],
};
