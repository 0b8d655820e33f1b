import { describe, expect, test } from 'vitest';
import { layerAnswerAt } from '../../../src/domain/coverage/layer-answer-at.ts';
import { premisesCell } from '../../../src/domain/premises/premises-table.ts';
import { readRecord } from '../../../src/domain/project/dataset-record.ts';
import type { Prepared } from '../../../src/domain/project/prepared.ts';
import { projectWith } from '../../../src/domain/project/project-with.ts';
import { Workbench } from '../../../src/domain/project/workbench.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import { projectOf } from '../../builders/project.ts';
import { memoryFile, quietly, readOne } from '../input-file.ts';

/** Takes files as the app would, changes nothing, and gives every layer's answer by id of the premises. */
async function answersOf(...files: readonly (readonly [name: string, text: string])[]) {
  const workbench = new Workbench();
  const reads = [];
  for (const [i, [name, text]] of files.entries()) {
    const { table, report } = await readOne(memoryFile(name, text), quietly());
    const contentId = `file-${i + 1}`;
    workbench.put(contentId, table);
    const columnNames = table.columns.map((column) => column.name);
    const suggestion = suggestRoles(table);
    reads.push(
      readRecord(
        { contentId, rows: table.rows, format: table.format, columnNames, suggestion, areaName: null },
        report,
      ),
    );
  }
  const project = projectWith(projectOf({}), reads);
  const steps = workbench.prepare(project);
  let prepared: Prepared | null = null;
  for (let step = steps.next(); ; step = steps.next())
    if (step.done) {
      prepared = step.value;
      break;
    }
  if (!prepared) throw new Error('There are no premises.');
  const { premises, answers } = prepared;
  return new Map(
    project.layers.map((layer) => {
      const found = answers.get(layer.id);
      const rows = Array.from({ length: premises.count }, (_, row) => [
        premisesCell(premises, premises.ids, row),
        found ? layerAnswerAt(found, row) : 'no answer',
      ]);
      return [layer.key, Object.fromEntries(rows)] as const;
    }),
  );
}

const OPEN_UPRN = `UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE
990000000001,412345,298765,52.586469,-1.819302
990000000002,412400,298765,52.586468,-1.818490
990000000003,412500,298765,52.586466,-1.817014
`;
const UPRN_LOOKUP = `UPRN,GRIDGB1E,GRIDGB1N,PCDS,OA21CD,LAD25CD
990000000001,412345,298765,ZZ1 1AA,E00199001,E09900001
990000000002,412400,298765,ZZ1 1AA,E00199002,E09900001
990000000003,412500,298765,ZZ1 1AB,E00199003,E09900001
`;

describe('published files counted as they come', () => {
  test('BDUK: yes, no and a blank that is not known; the subsidy class says nothing', async () => {
    const answers = await answersOf(
      ['osopenuprn.csv', OPEN_UPRN],
      [
        'bduk.csv',
        '\uFEFFuprn,struprn,bduk_recognised_premises,subsidy_control_status,current_gigabit,future_gigabit\r\n' +
          '990000000001,str1,true,Gigabit White,true,false\r\n' +
          '990000000002,str2,true,Gigabit Grey/Black,false,true\r\n' +
          '990000000003,str3,true,Gigabit Grey/Black,,\r\n',
      ],
    );
    expect([...answers.keys()]).toEqual(['gigabit']);
    expect(answers.get('gigabit')).toEqual({
      '990000000001': 'covered',
      '990000000002': 'not covered',
      '990000000003': 'not known',
    });
  });

  test('Ofcom by output area: those unable turned round, counts as shares, an absent area not known', async () => {
    const answers = await answersOf(
      ['uprns.csv', UPRN_LOOKUP],
      [
        'oa.csv',
        '\uFEFFoutput_area,All Premises,All Matched Premises,SFBB availability (% premises),% of premises unable to receive decent broadband from fixed or FWA,Number of premises with Gigabit availability\r\n' +
          'E00199001,120,100,97.5,2.5,40\r\n' +
          'E00199002,50,50,100,0,0\r\n',
      ],
    );
    expect(answers.get('superfast')).toEqual({
      '990000000001': 97.5,
      '990000000002': 100,
      '990000000003': 'not known',
    });
    expect(answers.get('decent')).toEqual({
      '990000000001': 97.5,
      '990000000002': 100,
      '990000000003': 'not known',
    });
    expect(answers.get('gigabit')).toEqual({
      '990000000001': 40,
      '990000000002': 0,
      '990000000003': 'not known',
    });
  });

  test('Ofcom by postcode: joined whatever the spacing; a postcode that the file lacks is not known', async () => {
    const answers = await answersOf(
      ['uprns.csv', UPRN_LOOKUP],
      [
        'pc.csv',
        'postcode,postcode_space,postcode area,Gigabit availability (% premises)\nZZ11AA,ZZ1 1AA,ZZ,0\n',
      ],
    );
    expect(answers.get('gigabit')).toEqual({
      '990000000001': 0,
      '990000000002': 0,
      '990000000003': 'not known',
    });
  });

  test('Ofcom mobile by authority: any operator is 100 less none, and a blank is 0', async () => {
    const answers = await answersOf(
      ['uprns.csv', UPRN_LOOKUP],
      [
        'mobile.csv',
        'laua,laua_name,prem_count,4G_prem_out_0,4G_prem_out_1,5G_high_confidence_prem_out_0,5G_high_confidence_prem_out_1,5G_very_high_confidence_prem_out_0,5G_very_high_confidence_prem_out_1\n' +
          'E09900001,North,1000,,100,12.5,87.5,40,60\nE09900002,South,1000,1,99,0,100,0,100\n',
      ],
    );
    expect(answers.get('4g')?.['990000000001']).toBe(100);
    expect(answers.get('5g-high')?.['990000000001']).toBe(87.5);
    expect(answers.get('5g-very-high')?.['990000000001']).toBe(60);
  });

  test('ratings by address: likely covers, limited does not, no prediction is not known', async () => {
    const answers = await answersOf(
      ['osopenuprn.csv', OPEN_UPRN],
      [
        'mobile.csv',
        'UPRN,EEDataOutdoor,NewcomerDataOutdoor\n990000000001,4,0\n990000000002,3,4\n990000000003,-1,4\n',
      ],
    );
    expect(answers.get('mobile-data-ee')).toEqual({
      '990000000001': 'covered',
      '990000000002': 'not covered',
      '990000000003': 'not known',
    });
    expect(answers.get('mobile-data-newcomer')?.['990000000001']).toBe('not covered');
  });
});
