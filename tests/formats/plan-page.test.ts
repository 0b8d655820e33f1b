// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { LINE_KEYS } from '../../src/domain/evaluation/evaluation.ts';
import { lineWords } from '../../src/domain/evaluation/line-words.ts';
import { onceForAll } from '../../src/formats/once-for-all.ts';
import { PAGE_POLICY, PAGE_STYLE, PAGE_STYLE_HASH } from '../../src/formats/page-style.ts';
import { pageTable } from '../../src/formats/page-table.ts';
import { planPage } from '../../src/formats/plan-page.ts';
import type { PlanPageContent } from '../../src/formats/plan-page-content.ts';
import { sharedSentences } from '../../src/formats/shared-sentences.ts';
import { HOSTILE_TEXTS } from '../builders/hostile-texts.ts';
import { FULL_PAGE } from '../builders/plan-page-content.ts';

const html = planPage(FULL_PAGE);

function parsed(text: string): Document {
  return new DOMParser().parseFromString(text, 'text/html');
}

/** The content with every text of files and people made `text`; ids stay apart. */
function withTexts(text: string): PlanPageContent {
  const OF_PEOPLE = new Set([
    'name',
    'owner',
    'title',
    'publisher',
    'licence',
    'attribution',
    'streetName',
    'roofName',
    'nearestStreet',
    'reason',
    'definition',
    'text',
    'why',
    'remark',
    'askedFor',
    'projectName',
    'url',
    'hours',
    'nameOfPlace',
  ]);
  const LISTS = new Set(['notes', 'sentences', 'assumed']);
  const replaced = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return OF_PEOPLE.has(key) ? text : value;
    if (Array.isArray(value))
      return LISTS.has(key) ? value.map(() => text) : value.map((one) => replaced(one, ''));
    if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value))
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part, name)]));
    return value;
  };
  const page = replaced(FULL_PAGE, '') as PlanPageContent;
  // Why premises are missed is one of our words, not a person's.
  return { ...page, plan: { ...page.plan, designs: withReasons(page.plan.designs) } };
}

function withReasons(designs: PlanPageContent['plan']['designs']): PlanPageContent['plan']['designs'] {
  return (
    designs && {
      ...designs,
      outcomes: designs.outcomes.map((outcome) =>
        outcome.design
          ? {
              ...outcome,
              design: {
                ...outcome.design,
                radio: outcome.design.radio && {
                  ...outcome.design.radio,
                  missed: outcome.design.radio.missed.map((one) => ({
                    ...one,
                    reason: 'no roof near' as const,
                  })),
                },
              },
            }
          : outcome,
      ),
    }
  );
}

it('says a formula once where answers differ in its numbers alone', () => {
  expect(
    onceForAll([
      ['40 % of the 205 served, 1,204.5 m.', ['rooftop radio']],
      ['40 % of the 325 served, 1,204.5 m.', ['dig', 'hybrid']],
      ['Nothing is dug.', ['leave as it is']],
    ]),
  ).toEqual([
    { text: '40 % of the 205 | 325 served, 1,204.5 m.', kinds: 'rooftop radio | dig, hybrid' },
    { text: 'Nothing is dug.', kinds: 'leave as it is' },
  ]);
});

it('says once what holds for several lines', () => {
  const line = (label: string, ...texts: string[]) => ({
    label,
    meaning: '',
    formulas: texts.map((text) => ({ text, kinds: 'dig' })),
  });
  const add = 'Ranges add low with low and high with high, always.';
  expect(
    sharedSentences([
      line('To build', `Paid once: £3. Of both. ${add}`, `Paid once: £5. Of both. ${add}`),
      line('To run', `Paid each year: £2. ${add}`),
      line('Weeks', `Slow. ${add}`, 'Quick.'),
    ]),
  ).toEqual({
    lines: [
      {
        ...line('To build', 'Paid once: £3.', 'Paid once: £5.'),
        common: 'Of both.',
      },
      { ...line('To run'), common: 'Paid each year: £2.' },
      // What holds for one design alone stays with it.
      { ...line('Weeks', `Slow. ${add}`, 'Quick.'), common: '' },
    ],
    shared: [{ labels: ['To build', 'To run'], sentence: add }],
  });
});

it('cuts a table that is too long, and says how much of it stands', () => {
  const rows = Array.from({ length: 5 }, (_, i) => [`row ${i}`, `${i}`]);
  const table = (most?: number) =>
    parsed(pageTable({ caption: 'Rows', columns: ['Row', 'Number'], rows, most }, 'None.').text);
  expect(table().querySelectorAll('tbody tr')).toHaveLength(5);
  expect(table(5).querySelector('p')).toBeNull();
  expect(table(3).querySelectorAll('tbody tr')).toHaveLength(3);
  expect(table(3).querySelector('p')?.textContent).toMatch(/^The first 3 of 5 lines stand here/);
});

describe('the page about a plan', () => {
  const page = parsed(html);

  it('is one whole document with a language, a title and one heading of the first rank', () => {
    expect(html.startsWith('<!doctype html>\n<html lang="en-GB">')).toBe(true);
    expect(page.title).toBe('North Ward “first”: rooftop radio against digging, Testborough');
    expect([...page.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual([
      'North Ward “first”',
    ]);
    expect(page.querySelectorAll('main')).toHaveLength(1);
  });

  it('has headings that skip no rank, and sections that are named by theirs', () => {
    const ranks = [...page.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) => Number(tagName[1]));
    for (const [i, rank] of ranks.entries()) if (i > 0) expect(rank - ranks[i - 1]).toBeLessThanOrEqual(1);
    for (const section of page.querySelectorAll('section'))
      expect(page.getElementById(section.getAttribute('aria-labelledby') ?? '')?.tagName).toBe('H2');
    const links = [...page.querySelectorAll('nav a')];
    expect(links.length).toBeGreaterThan(10);
    for (const link of links)
      expect(page.getElementById((link.getAttribute('href') ?? '').slice(1))?.tagName).toBe('H2');
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has tables with captions, scopes and as many cells in each row as columns', () => {
    const tables = [...page.querySelectorAll('table')];
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) {
      expect(table.querySelector('caption')?.textContent).not.toBe('');
      const columns = table.querySelectorAll('thead th');
      for (const cell of table.querySelectorAll('th'))
        expect(['col', 'row']).toContain(cell.getAttribute('scope'));
      for (const row of table.querySelectorAll('tbody tr')) {
        expect(row.children).toHaveLength(columns.length);
        expect(row.children[0].tagName).toBe('TH');
      }
    }
  });

  it('has a map of each design, told in words to who does not see it, and the same words below it', () => {
    const maps = [...page.querySelectorAll('svg[role="img"]')];
    // The answer on the first sheet, then the others beside each other.
    expect(maps.map((map) => map.id || map.querySelector('title')?.id)).toEqual([
      'answer-rooftop-radio-title',
      'map-dig-title',
    ]);
    for (const map of maps) {
      const [title, description] = (map.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => page.getElementById(id)?.textContent ?? '');
      expect(title).toMatch(/^(Rooftop radio|Dig), north up$/);
      expect(description).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(map.closest('figure')?.querySelector('figcaption')?.textContent).toContain(description);
    }
    expect(maps[0].querySelector('desc')?.textContent).toContain(
      '2 hubs serve 2 premises by radio; 1 of the hubs joined',
    );
    expect(maps[0].querySelectorAll('.m-hub')).toHaveLength(2);
    expect([...maps[0].querySelectorAll('text:not([aria-hidden])')].map((text) => text.textContent)).toEqual(
      expect.arrayContaining(['H1', 'H2']),
    );
    for (const key of page.querySelectorAll('.key svg')) expect(key.getAttribute('aria-hidden')).toBe('true');
  });

  it('prints every line of the comparison in one order, with range, denominator and what is assumed', () => {
    const table = page.querySelector('table.duel');
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
    expect(rows.map((row) => row.children[0].firstChild?.textContent)).toEqual(
      LINE_KEYS.map((key) => lineWords(key).label),
    );
    const cell = (key: (typeof LINE_KEYS)[number], column: number) =>
      rows[LINE_KEYS.indexOf(key)].children[column].textContent;
    expect(cell('served', 1)).toBe('3 of 6 (50.0\u00a0%)');
    expect(cell('capital', 1)).toBe('£3,006 assumed £2,405 to £3,607');
    expect(cell('weeks to first service', 2)).toMatch(/weeks/);
    expect(cell('claimed benefit', 1)).toBe('not known');
    expect(table?.closest('section')?.textContent).toMatch(
      /Not known of .*rooftop radio.*: benefit, as claimed\. Nobody claims anything\./,
    );
    expect(cell('served', 3)).toBe('no design');
    expect(page.querySelector('#duel')?.parentElement?.textContent).toContain(
      'Hybrid: no design. No fibre point is chosen. Choose one.',
    );
  });

  it.each([
    [
      'In short',
      /^In short£[\d,]+ to build and run (?:rooftop radio|the dig), for \d+ of 6 premises \(.*Rooftop radio from the Library is £4,000 cheaper.*What is not known.*have no source and are assumed/s,
    ],
    ['What stands in the way', /Wayleave needed.*forbids/s],
    ['Levers asked for', /Permit waiver.*the street authority.*£0 – £500 – £2,000.*assumed/s],
    ['What it costs, part by part', /Trench: trench.*To build.*Together/s],
    ['Hubs', /Library.*3 m above the roof.*a trench/s],
    ['Single points of failure', /How many premises lose the service.*Library, hub2/s],
    ['What was asked', /No gigabit \(not gigabit\).*40 % of those served/s],
    ['Method', /Weeks of 2 roofs are not known/],
    ['Definitions', /What is counted in premises/],
    ['The other designs on the map', /the same ground, these at one scale.*Dig\. Trench serves/s],
    ['Assumptions', /Radios last 8 years\..*Fitting out a roof/s],
    ['Sources', /Connected Nations 2024, Ofcom, July 2024, OGL v3, https:\/\/www\.ofcom\.org\.uk\//],
    ['How to tell whether it is the same', /a1.*b2.*c3d4/s],
  ])('says in %s what it must', (title, said) => {
    const heading = [...page.querySelectorAll('h2')].find(({ textContent }) => textContent === title);
    expect(heading?.parentElement?.textContent).toMatch(said);
  });

  it('says what one design comes to below the table, and on the first sheet what decides between them', () => {
    const sentences = [
      'Rooftop radio serves 3 of the 6 premises asked for and costs £3,006 to build: £1,002 for each premises served.',
      'Digging serves none of the 6 premises asked for.',
      'Digging brings the first service sooner: in 10 weeks against 11.',
    ];
    const said = parsed(planPage({ ...FULL_PAGE, evaluation: { ...FULL_PAGE.evaluation, sentences } }));
    const textOf = (id: string) => said.getElementById(id)?.parentElement?.textContent ?? '';
    expect(sentences.map((one) => textOf('short').includes(one))).toEqual([false, false, true]);
    expect(sentences.map((one) => textOf('duel').includes(one))).toEqual([true, true, false]);
  });

  it('names each barrier once, with how many places of each design meet it', () => {
    const rows = [...(page.getElementById('barriers')?.parentElement?.querySelectorAll('tbody tr') ?? [])];
    const titles = rows.map((row) => row.textContent);
    expect(new Set(titles).size).toBe(titles.length);
    const wayleave = rows.find((row) => row.textContent?.startsWith('Wayleave needed'));
    expect([...(wayleave?.children ?? [])].slice(1, 3).map(({ textContent }) => textContent)).toEqual([
      '1',
      '1',
    ]);
  });

  it('names a source once, by a number that leads to it', () => {
    const cites = [...page.querySelectorAll('a.cite')];
    expect(cites.length).toBeGreaterThan(5);
    const listed = [...page.querySelectorAll('#sources ~ ol > li')].map(({ textContent }) => textContent);
    expect(new Set(listed).size).toBe(listed.length);
    for (const cite of cites) {
      const at = page.getElementById((cite.getAttribute('href') ?? '').slice(1));
      expect(`[${listed.indexOf(at?.textContent ?? '') + 1}]`).toBe(cite.textContent);
    }
  });

  it('says that the demo borough is fictional, and what is out of date', () => {
    const notices = [...page.querySelectorAll('header .notice')].map(({ textContent }) => textContent);
    expect(notices[0]).toMatch(/^Fictional\. The demo borough is invented/);
    expect(notices[1]).toBe('Out of date: rates have changed.');
    expect(
      planPage({ ...FULL_PAGE, told: { ...FULL_PAGE.told, fictional: false, remark: '' } }),
    ).not.toContain('is invented');
  });

  it('is the same to the letter on a second run', () => {
    expect(planPage(FULL_PAGE)).toBe(html);
  });
});

describe('what the page about a plan may do', () => {
  const page = parsed(html);

  it('is nothing: its policy, which stands before all else, allows its own style alone', async () => {
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toBe(PAGE_POLICY);
    const before = [...page.head.children].slice(0, [...page.head.children].indexOf(policy as Element));
    expect(before.map((one) => one.outerHTML)).toEqual(['<meta charset="utf-8">']);
    const { createHash } = await import('node:crypto');
    expect(PAGE_STYLE_HASH).toBe(`sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`);
    expect(page.querySelector('style')?.textContent).toBe(PAGE_STYLE);
  });

  it('holds no script, no style of an element, nothing that is fetched', () => {
    expect(
      page.querySelectorAll('script,iframe,object,embed,img,link,base,form,input,audio,video'),
    ).toHaveLength(0);
    for (const element of page.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^src|^xlink/);
        expect(value).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      }
    expect(PAGE_STYLE).not.toMatch(/url\(|@import|expression/);
  });

  it('has a style in which whatever is opened is closed: else all that follows is lost', () => {
    const depths = { '{': 0, '(': 0 };
    for (const mark of PAGE_STYLE) {
      if (mark === '{' || mark === '(') depths[mark]++;
      if (mark === '}') expect(--depths['{']).toBeGreaterThanOrEqual(0);
      if (mark === ')') expect(--depths['(']).toBeGreaterThanOrEqual(0);
      if (mark === '{' || mark === '}') expect(depths['(']).toBe(0);
    }
    expect(depths).toEqual({ '{': 0, '(': 0 });
  });

  it('has the colours of the app', () => {
    const tokens = readFileSync(join(projectRoot, 'src/ui/tokens.css'), 'utf8');
    for (const [name, token] of [
      ['ink', 'ink'],
      ['soft', 'ink-soft'],
      ['line', 'line'],
      ['strong', 'line-strong'],
      ['radio', 'tech-radio'],
      ['dig', 'tech-dig'],
      ['fibre', 'tech-gigabit'],
      ['missed', 'dig-blocked'],
      ['accent', 'accent'],
      ['warn', 'warn'],
    ]) {
      const ours = new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(PAGE_STYLE)?.[1];
      expect(ours, name).toBe(new RegExp(`--${token}: (#[0-9a-f]{6})`).exec(tokens)?.[1]);
    }
  });

  it.each(HOSTILE_TEXTS.map((text) => [text]))('says %s as it is written, and does nothing of it', (text) => {
    const hostile = parsed(planPage(withTexts(text)));
    // As long: what is said once for several lines depends on how much there is of it.
    const plain = parsed(planPage(withTexts('p'.repeat(text.length))));
    const tags = (page: Document): string =>
      [...page.querySelectorAll('*')].map(({ tagName }) => tagName).join();
    expect(tags(hostile)).toBe(tags(plain));
    expect(hostile.querySelector('h1')?.textContent).toBe(text);
    expect(hostile.body.textContent?.split(text).length).toBeGreaterThan(20);
    for (const link of hostile.querySelectorAll('a[href]'))
      expect(link.getAttribute('href')).toMatch(/^(?:#|https?:\/\/)/);
  });
});

describe('a page about a plan of confidential files', () => {
  it.each(['route', 'roofs', 'premises'] as const)(
    'names and draws nothing of what is held where its %s may not be shown',
    (what) => {
      const why = 'secret.csv is marked confidential, so nothing of it is exported. Take the mark away.';
      const text = planPage({ ...FULL_PAGE, held: { ...FULL_PAGE.held, [what]: why } });
      const page = parsed(text);
      expect(page.querySelectorAll('svg[role="img"]')).toHaveLength(0);
      expect(text).toContain('The maps are left out. secret.csv is marked confidential');
      if (what === 'premises') return;
      const main = page.querySelector('main')?.textContent ?? '';
      for (const name of ['Library', 'High Street', 'Mill Lane', 'Flats at Mill Road', 'RA0001'])
        expect(main, name).not.toContain(name);
    },
  );

  it('says nothing that speaks of a hidden file, layer or operator', () => {
    const text = planPage({
      ...FULL_PAGE,
      hidden: ['connected nations 2024', 'radios last 8 years', 'no gigabit', 'library'],
      sources: [],
    });
    expect(text).not.toMatch(/Connected Nations|Radios last|Rooftop radio from the Library|not gigabit/);
    expect(text).toContain('Sentences that name what is confidential are left out.');
  });
});
