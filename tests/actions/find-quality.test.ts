import { describe, expect, it } from 'vitest';
import { keepQuality } from '../../src/actions/find-quality.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { keepCounting } from '../../src/actions/recount.ts';
import { undo } from '../../src/actions/undo.ts';
import { counted, makeAppContext } from '../builders/app-context.ts';

const ROWS = [
  'UPRN,LATITUDE,LONGITUDE',
  '100023336901,52.01,-1',
  '100023336902,52.01,-1',
  '100023336903,52.02,-1.01',
  '100023336903,52.02,-1.01',
  ...Array.from({ length: 20 }, (_, i) => `1000233370${10 + i},52.0${10 + i},-1.0${30 + i}`),
].join('\n');

async function found(context: ReturnType<typeof makeAppContext>['context'], status: string): Promise<void> {
  for (let tries = 0; tries < 300 && context.quality.getState().status !== status; tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(context.quality.getState().status).toBe(status);
}

describe('the notes on the data', () => {
  it('come after the count, and go and come back with the file', async () => {
    const { context, end } = makeAppContext();
    const stops = [keepCounting(context), keepQuality(context)];
    await importFiles(context, [new File([ROWS], 'osopenuprn.csv')]);
    await counted(context);
    await found(context, 'ready');
    const kinds = (): string[] => context.quality.getState().report?.notes.map((note) => note.kind) ?? [];
    expect(kinds()).toEqual(['repeated-id', 'stacked']);
    undo(context);
    await found(context, 'empty');
    context.project.getState().redo();
    await found(context, 'ready');
    expect(kinds()).toEqual(['repeated-id', 'stacked']);
    for (const stop of stops) stop();
    end();
  });
});
