import type { ColumnRoles } from '../../src/domain/project/column-roles.ts';
import type { Role } from '../../src/domain/project/role.ts';
import type { Pack } from '../../src/formats/pack.ts';
import type { Borough } from '../borough.ts';
import { tableOf } from '../borough-file.ts';
import type { BoroughContent } from '../borough-files.ts';
import { boroughPack } from '../borough-pack.ts';
import { joinedRecord } from '../joined-record.ts';
import { streetContents } from './street-files.ts';

/** What digging needs beside the borough's own pack, as a project to be joined to the borough's. */
export function streetsPack(borough: Borough, seed: string): Pack {
  const { project } = boroughPack(borough);
  const contents = streetContents(borough, seed).map((content) => ({
    content,
    table: tableOf(content.make()),
  }));
  return {
    project: {
      ...project,
      layers: [],
      datasets: contents.map(({ content, table }) => ({
        ...joinedRecord(content.contentId, content.title, table),
        ...roleOf(content),
      })),
    },
    contents: contents.map(({ content, table }) => ({ contentId: content.contentId, table })),
  };
}

const ROLES: Record<string, { readonly role: Role; readonly roles: ColumnRoles }> = {
  'street-links': {
    role: 'streets',
    roles: {
      id: 'id',
      name: 'name',
      class: 'class',
      surface: 'surface',
      level: 'level',
      width: 'width_m',
    },
  },
  'fibre-points': { role: 'fibre points', roles: { id: 'id', name: 'name', kind: 'kind', owner: 'owner' } },
  'ducts-and-poles': { role: 'ducts', roles: { id: 'id', kind: 'kind', owner: 'owner' } },
  'street-restrictions': {
    role: 'restrictions',
    roles: { street: 'street', kind: 'kind', from: 'from', until: 'until', owner: 'owner' },
  },
  'planned-excavations': {
    role: 'planned excavations',
    roles: {
      street: 'street',
      owner: 'promoter',
      kind: 'works',
      from: 'from',
      until: 'until',
      shares: 'shares_trench',
    },
  },
  'roof-access': {
    role: 'roof access',
    roles: {
      id: 'id',
      name: 'name',
      kind: 'kind',
      owner: 'owner',
      wayleave: 'wayleave',
      asked: 'asked',
      power: 'power',
      height: 'height_m',
    },
  },
  'listed-buildings': { role: 'context', roles: { name: 'name' } },
  'conservation-areas': { role: 'context', roles: { name: 'name' } },
};

function roleOf({ contentId }: BoroughContent): { readonly role: Role; readonly roles: ColumnRoles } {
  const role = ROLES[contentId];
  if (!role) throw new Error(`No role is known of "${contentId}".`);
  return role;
}
