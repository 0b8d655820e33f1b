import type { DatasetRecord, Project } from '../../src/domain/project/project.ts';
import type { Role } from '../../src/domain/project/role.ts';
import { EMPTY_PROJECT } from '../../src/stores/project-store.ts';

/** A dataset record with what the test cares about; content id and file name follow the role. */
export function datasetOf(seed: Partial<DatasetRecord> & { readonly role: Role }): DatasetRecord {
  const contentId = seed.contentId ?? seed.role;
  return {
    contentId,
    fileName: `${contentId}.geojson`,
    format: 'geojson',
    roles: {},
    unit: null,
    rows: 1,
    columnNames: [],
    source: { title: contentId, publisher: null, date: null, licence: null, url: null },
    confidential: false,
    report: {
      fileName: contentId,
      bytes: 0,
      rowsRead: 1,
      rowsUsed: 1,
      rowsRepaired: 0,
      rowsLeftOut: 0,
      issues: [],
    },
    ...seed,
  };
}

/** A project with what the test cares about. */
export function projectOf(seed: Partial<Project>): Project {
  return { ...EMPTY_PROJECT, name: 'Testborough', ...seed };
}
