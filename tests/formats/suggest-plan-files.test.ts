import { describe, expect, it } from 'vitest';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

async function suggest(content: string) {
  return suggestRoles((await readOne(memoryFile('a', content), quietly())).table);
}

const ROOFS = `ref,name,kind,owner,wayleave,asked,power,longitude,latitude
R1,Library,council building,Exampleborough Council,willing,2026-03-04,yes,-2.35,53.4
R2,Flats,flats,Example Homes,refusing,2026-03-04,no,-2.36,53.41
`;

const WORKS = `street,promoter,works,from,until,shares_trench
Mill Lane,Example Water,sewer repair,2027-03-01,2027-05-31,yes
High Street,Example Gas,gas main,2027-04-01,2027-05-31,no
`;

describe('roofs with what their owners answered', () => {
  it('are known by the answers, with every column that says something of them', async () => {
    expect(await suggest(ROOFS)).toMatchObject({
      role: 'roof access',
      roles: {
        ...{ id: 'ref', name: 'name', kind: 'kind', owner: 'owner', wayleave: 'wayleave' },
        ...{ asked: 'asked', power: 'power', lon: 'longitude', lat: 'latitude' },
      },
      layers: [],
    });
  });

  it('are not known where nobody’s answer can be read, or no place is given', async () => {
    expect((await suggest(ROOFS.replace('willing', '12').replace('refusing', '17'))).role).not.toBe(
      'roof access',
    );
    const lines = ROOFS.trim().split('\n');
    const placeless = lines.map((line) => line.split(',').slice(0, 7).join(',')).join('\n');
    expect((await suggest(placeless)).role).not.toBe('roof access');
  });
});

describe('a calendar of works', () => {
  it('is known by streets, who digs and when', async () => {
    expect(await suggest(WORKS)).toMatchObject({
      role: 'planned excavations',
      roles: {
        ...{ street: 'street', owner: 'promoter', kind: 'works', from: 'from', until: 'until' },
        shares: 'shares_trench',
      },
    });
  });

  it('is no table of restrictions, nor one of them a calendar', async () => {
    const restrictions = WORKS.replace('sewer repair', 'section 58').replace('gas main', 'lane rental');
    expect((await suggest(restrictions.replace('works', 'kind'))).role).toBe('restrictions');
    expect((await suggest(WORKS.replace('promoter', 'remark'))).role).not.toBe('planned excavations');
  });
});
