import { describe, expect, test } from 'vitest';
import { readRecord } from '../../../src/domain/project/dataset-record.ts';
import { projectWithCoveredFrom, projectWithTechnology } from '../../../src/domain/project/edit-layer.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { projectWith } from '../../../src/domain/project/project-with.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import { projectOf } from '../../builders/project.ts';
import { memoryFile, quietly, readOne } from '../../formats/input-file.ts';

async function projectOfFile(text: string): Promise<Project> {
  const { table, report } = await readOne(memoryFile('a.csv', text), quietly());
  const columnNames = table.columns.map((column) => column.name);
  const suggestion = suggestRoles(table);
  return projectWith(projectOf({}), [
    readRecord(
      { contentId: 'file-1', rows: table.rows, format: 'csv', columnNames, suggestion, areaName: null },
      report,
    ),
  ]);
}

describe('the technology of a layer', () => {
  test('that no column named is named by the person: key, name, words and recipes follow', async () => {
    const project = await projectOfFile('lad_code,pct\nE09099001,99.9\nE09099002,98\n');
    const [layer] = project.layers;
    expect([layer.technology, layer.key]).toEqual(['coverage', 'coverage']);
    const named = projectWithTechnology(project, layer.id, 'gigabit');
    expect(named.layers[0]).toMatchObject({
      id: layer.id,
      technology: 'gigabit',
      key: 'gigabit',
      name: 'Gigabit, share by authority',
      definition: 'a fixed line that can give at least 1,000 Mbit/s down (Ofcom)',
    });
    expect(named.recipes.map(({ text }) => text)).toContain('no gigabit');
    expect(projectWithTechnology(named, layer.id, 'coverage').layers).toEqual(project.layers);
  });

  test("keeps the person's own words, and keys stay unique", async () => {
    const project = await projectOfFile('lad_code,pct,gigabit_pct\nE09099001,99.9,50\nE09099002,98,60\n');
    const own = {
      ...project,
      layers: project.layers.map((layer) => ({ ...layer, definition: 'as we counted' })),
    };
    const [unnamed] = own.layers;
    const named = projectWithTechnology(own, unnamed.id, 'gigabit');
    expect(named.layers.map(({ key }) => key)).toEqual(['gigabit-2', 'gigabit']);
    expect(named.layers[0].definition).toBe('as we counted');
  });

  test('an unknown layer changes nothing', async () => {
    const project = await projectOfFile('lad_code,pct\nE09099001,99.9\nE09099002,98\n');
    expect(projectWithTechnology(project, 'no-such', 'gigabit')).toBe(project);
  });
});

test('the code from which a rating counts is chosen, and the definition says so', async () => {
  const project = await projectOfFile('uprn,4g_northlink\n990000000001,4\n990000000002,3\n');
  const [layer] = project.layers;
  expect([layer.atLeast, layer.definition]).toEqual([
    4,
    'rated 4 (likely); 0 (none), 1 (reliable signal unlikely), 2 (may have problems), 3 (limited) do not count; −1 is not known',
  ]);
  const { layers } = projectWithCoveredFrom(project, layer.id, 3);
  expect([layers[0].atLeast, layers[0].definition]).toEqual([
    3,
    'rated 3 (limited), 4 (likely); 0 (none), 1 (reliable signal unlikely), 2 (may have problems) do not count; −1 is not known',
  ]);
});
