import { describe, expect, it } from 'vitest';
import type { FileIssue } from '../../../src/domain/tables/file-report.ts';
import { attentionText, needsAttention } from '../../../src/stores/derived/attention-text.ts';
import { addedFiles, importText } from '../../../src/stores/derived/import-text.ts';
import type { ImportedFile, ImportState } from '../../../src/stores/import-store.ts';

function fileOf(fileName: string, issue?: Pick<FileIssue, 'code' | 'outcome'>): ImportedFile {
  const refused = issue?.outcome === 'refused';
  return {
    report: {
      fileName,
      bytes: 10,
      rowsRead: 4,
      rowsUsed: refused ? 0 : 4,
      rowsRepaired: 0,
      rowsLeftOut: 0,
      issues: issue ? [{ ...issue, message: 'no', count: 4, examples: [] }] : [],
    },
    contentId: refused ? null : fileName,
    role: refused ? null : 'context',
    why: '',
  };
}

const known = (name: string) => fileOf(name, { code: 'ALREADY_LOADED', outcome: 'left-out' });
const bad = (name: string) => fileOf(name, { code: 'EMPTY', outcome: 'refused' });
const titleOf = (...files: ImportedFile[]): string | undefined => {
  const state: ImportState = { status: 'done', files, step: null, problem: null, cancel: null };
  return importText(state)?.title;
};

describe('the end of an import', () => {
  it('counts as added only what was not loaded before', () => {
    expect(titleOf(fileOf('a'), fileOf('b'))).toBe('2 files added.');
    expect(titleOf(known('a'))).toBe('1 file was loaded already.');
    expect(titleOf(fileOf('a'), known('b'), known('c'))).toBe('1 file added. 2 files were loaded already.');
    expect(addedFiles([fileOf('a'), known('b'), bad('c')]).map(({ contentId }) => contentId)).toEqual(['a']);
  });

  it('counts data that is back in its place apart: no step was taken that could be undone', () => {
    const back = { ...fileOf('a'), isBack: true } as const;
    expect(titleOf(back)).toBe('The data of 1 file is back in its place.');
    expect(titleOf(back, fileOf('b'))).toBe('1 file added. The data of 1 file is back in its place.');
    expect(addedFiles([back])).toEqual([]);
  });

  it('names three refused files and counts the rest', () => {
    expect(titleOf(fileOf('a'), bad('b'))).toBe('1 file added. Not taken: b.');
    expect(titleOf(...['a', 'b', 'c', 'd', 'e'].map(bad))).toBe('Not taken: a, b, c and 2 more.');
  });

  it('asks for a look at a file whose coordinates were guessed', () => {
    const guessed = fileOf('grid.geojson', { code: 'CRS_GUESSED', outcome: 'note' });
    expect(needsAttention(guessed)).toBe(true);
    expect(attentionText(guessed)).toBe('Map background: its coordinates are guessed, check them on the map');
    expect(needsAttention(fileOf('a'))).toBe(false);
  });

  it('says why to look at a table that had nothing to repair', () => {
    const table: ImportedFile = { ...fileOf('speeds.csv'), role: 'table' };
    expect(attentionText(table)).toBe(
      'Table or look-up: nothing is counted from it; if that is not meant, say what it is',
    );
  });
});
