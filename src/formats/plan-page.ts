import { capitalised } from '../domain/capitalised.ts';
import { dateWords } from '../domain/project/date-words.ts';
import { type Content, element, Markup, named } from './page-html.ts';
import { sourceNotes } from './page-sources.ts';
import { PAGE_POLICY, PAGE_STYLE } from './page-style.ts';
import { summarySection } from './plan-page-answer.ts';
import { assumptionsSection } from './plan-page-assumptions.ts';
import { barriersSection, failuresSection, leversSection } from './plan-page-barriers.ts';
import type { PageSection, PlanPageContent } from './plan-page-content.ts';
import { costsSection, hubsSection } from './plan-page-costs.ts';
import { definitionsSection } from './plan-page-definitions.ts';
import { duelSection, liftsSection } from './plan-page-duel.ts';
import { mapsSection } from './plan-page-maps.ts';
import { askedSection, methodSection, sourcesSection, traceSection } from './plan-page-method.ts';
import { pageNames } from './plan-page-names.ts';

/**
 * A plan as one page of HTML for reading and for paper: the answer on the first sheet, then both answers as maps and tables, barriers, levers, costs with ranges,
 * method, definitions, assumptions, sources, fingerprints. It runs no script and fetches nothing; its policy allows its own
 * style alone. All text of files and people is escaped. What shows where confidential things are is left out and said to
 * be. The same content gives the same page. Throws RangeError where the plan has no design.
 */
export function planPage(content: PlanPageContent): string {
  const { plan, told } = content;
  const names = pageNames(content);
  const notes = sourceNotes(content.sources);
  const sections = [
    summarySection(content, names),
    duelSection(content, names),
    mapsSection(content),
    liftsSection(content),
    barriersSection(content, names, notes),
    leversSection(content, names, notes),
    costsSection(content),
    hubsSection(content),
    failuresSection(content, names),
    askedSection(content, names),
    methodSection(content, names),
    definitionsSection(content, names),
    assumptionsSection(content, names, notes),
    sourcesSection(content, notes),
    traceSection(content),
  ];
  const [first, ...others] = sections;
  const html = element(
    'html',
    { lang: 'en-GB' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('meta', { name: 'generator', content: 'Notspot' }),
      element('title', {}, `${plan.name}: rooftop radio against digging, ${told.projectName}`),
      // The program's own, and nothing in it that markup could mean: as it is, or its hash would differ.
      element('style', {}, new Markup(PAGE_STYLE)),
    ),
    element(
      'body',
      {},
      element('header', {}, heading(content)),
      element('main', {}, sectionHtml(first), contentsList(sections), ...others.map(sectionHtml)),
    ),
  );
  return `<!doctype html>\n${html.text}\n`;
}

function sectionHtml({ id, title, body }: PageSection): Content {
  return element('section', { 'aria-labelledby': id }, element('h2', { id }, title), body);
}

/** It stands below the answer, which comes first on a telephone too. */
function contentsList(sections: readonly PageSection[]): Content {
  return element(
    'nav',
    { 'aria-label': 'On this page' },
    element(
      'ul',
      {},
      ...sections.map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, title))),
    ),
  );
}

function heading({ plan, told }: PlanPageContent): Content {
  return [
    element('h1', {}, named(plan.name)),
    element(
      'p',
      { class: 'lead' },
      'Rooftop radio against digging, for the same premises. ',
      named(told.projectName),
      `, made on ${dateWords(told.madeOn)}.`,
    ),
    told.fictional
      ? element(
          'p',
          { class: 'notice' },
          element('strong', {}, 'Fictional. '),
          'The demo borough is invented: no place, person or firm in it exists, and nothing here is about a real one.',
        )
      : null,
    told.remark.replace(/^fictional(; )?/, '') === ''
      ? null
      : element('p', { class: 'notice' }, named(sentence(told.remark.replace(/^fictional(; )?/, '')))),
  ];
}

function sentence(words: string): string {
  return `${capitalised(words)}.`;
}
