import { describe, expect, it } from 'vitest';
import { leavingParts } from '../../src/domain/project/leaving-parts.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { sharePayload } from '../../src/formats/share-payload.ts';
import { leavingGroups } from '../../src/stores/derived/share-text.ts';
import { FULL_PROJECT } from '../builders/full-project.ts';
import { contentsOf } from '../builders/project-content.ts';

/** Where the dialog's list must name a leaf itself. */
const NAMED = Symbol('by its own words');

/** What holds each leaf of a link, by its path: words of the list, or the leaf itself. */
const HELD: readonly (readonly [RegExp, string | typeof NAMED])[] = [
  [/^appVersion$/, 'the version of Notspot'],
  [/^address$/, NAMED],
  [/^projectHash$|^inputsHash$/, 'of all data and of the project'],
  [/^inputs\.\*\.hash$/, 'checksums (SHA-256) of each file’s data'],
  [/^inputs\.\*\.(?:fileName|rows)$/, NAMED],
  [/^project\.name$/, NAMED],
  [/^project\.fictional$/, 'its name'],
  [/^project\.view\.recipeId$/, 'which definition is in force'],
  [/^project\.recipes\.\*\.(?:name|text)$/, NAMED],
  [/^project\.recipes\.\*\.id$/, 'Definitions'],
  [/^project\.datasets\.\*\.(?:fileName|rows)$/, NAMED],
  [/^project\.datasets\.\*\.contentId$/, 'checksums (SHA-256) of each file’s data'],
  [/^project\.datasets\.\*\.format$/, 'format'],
  [/^project\.datasets\.\*\.(?:source\.\w+|vintage|supersededBy|confidential)$/, 'source'],
  [
    /^project\.datasets\.\*\.(?:heights\.(?:kind|vintage)|metresPerLevel)$/,
    'what its heights are said to be',
  ],
  [/^project\.datasets\.\*\.designation$/, 'what protected land it is said to show'],
  [
    /^project\.datasets\.\*\.(?:columnNames\.\*|roles\.\w+|role|unit|coordinates|liveList\.\w+)$/,
    'columns and what they mean',
  ],
  [/^project\.datasets\.\*\.report\.(?!issues)\w+$/, 'the report on its reading'],
  [
    /^project\.datasets\.\*\.(?:report\.issues|suggestion\.notes)\.\*\.(?:code|count|message|outcome)$/,
    'the report on its reading',
  ],
  [/^project\.datasets\.\*\.suggestion\.layers\.\*\.where\.\*\.(?:column|values\.\*)$/, NAMED],
  [
    /^project\.datasets\.\*\.suggestion\.(?!notes)(?!layers\.\*\.where)\w+(?:\.\*)*(?:\.\w+|\.\*)*$/,
    'what it was taken for',
  ],
  [/^project\.layers\.\*\.name$/, NAMED],
  [/^project\.layers\.\*\.where\.\*\.(?:column|values\.\*)$/, NAMED],
  [/^project\.layers\.\*\.source\.\w+$/, 'definition, source'],
  [/^project\.layers\.\*\.extent\.\w+$/, 'how far it speaks'],
  [
    /^project\.layers\.\*\.(?!where|extent|source)\w+(?:\.\*(?:\.\w+)?)?$/,
    'name, operator, column, definition',
  ],
  [/^project\.need\.column$/, NAMED],
  [/^project\.need\.where\.\*\.(?:column|values\.\*)$/, NAMED],
  [/^project\.need\.(?:contentId|codeColumn|higherMeansMore)$/, 'which column weighs need, and how'],
  [/^project\.assumptions\.\*\.text$/, NAMED],
  [/^project\.assumptions\.\*\.source(?:\.\w+)?$/, 'its words and its source'],
  [/^project\.sites\.\*\.name$/, NAMED],
  [
    /^project\.sites\.\*\.(?:id|lon|lat|antennaMetres|above|fromContentId|owner)$/,
    'where it stands, how high',
  ],
  [/^project\.sites\.\*\.overrides\./, 'what is said of its consents'],
  [/^project\.devices\.\*\.name$/, NAMED],
  [/^project\.devices\.\*\./, 'all its figures and their sources'],
  [/^project\.radio\./, 'the device in use, rain, air and margins'],
  [/^project\.designs\.\*\.name$/, NAMED],
  [/^project\.designs\.\*\.question\.selection\.code$/, NAMED],
  [/^project\.designs\.\*\.id$/, 'Digs'],
  [
    /^project\.designs\.\*\.question\.(?:selection\.kind|premisesContentId|onlyNotSpots|aim\.\w+)$/,
    'what was asked: whom to serve',
  ],
  [/^project\.designs\.\*\.question\.(?:rootIds\.\*|ownRoots\.\*\.\w+)$/, 'where fibre comes from'],
  [
    /^project\.designs\.\*\.question\.(?:(?:blocked|forced)\.\*|lifted\.\*\.(?:street|reason))$/,
    'streets closed, forced or opened with reasons',
  ],
  [/^project\.designs\.\*\.question\.(?:worksFrom|passed\.\w+|takeUpPercent)$/, 'when and by which rules'],
  [/^project\.designs\.\*\.result$/, 'what was asked'],
  [/^project\.rates\.name$/, NAMED],
  [/^project\.rates\./, 'all its rates, low, middle and high, and their sources'],
  [/^project\.plans\.\*\.name$/, NAMED],
  [/^project\.plans\.\*\.question\.selection\.code$/, NAMED],
  [/^project\.plans\.\*\.question\.selection\.(?:kind|shape\..+)$/, 'the outline drawn'],
  [/^project\.plans\.\*\.question\.(?:premisesContentId|onlyNotSpots)$/, 'whom to serve'],
  [/^project\.plans\.\*\.question\.(?:rootIds\.\*|ownRoots\.\*\.\w+)$/, 'where fibre comes from'],
  [/^project\.plans\.\*\.question\.(?:blocked|forced)\.\*$/, 'streets closed or forced'],
  [
    /^project\.plans\.\*\.question\.radio\.(?:closedRoofs\.\*|wayleaves\.\*\.\w+)$/,
    'roofs closed and owners said to be willing or not with reasons',
  ],
  [/^project\.plans\.\*\.question\.radio\.\w+$/, 'which radio and how far'],
  [/^project\.plans\.\*\.question\.(?:worksFrom|passed\.\w+|takeUpPercent)$/, 'when and by which rules'],
  [/^project\.plans\.\*\.(?:id|designs)$/, 'what was asked'],
  [/^project\.plans\.\*\.chosen\.\*$/, 'what is chosen'],
  [/^project\.plans\.\*\.levers(?:\..+)?$/, 'levers with all that is said'],
  [/^project\.planCard\.name$/, NAMED],
  [/^project\.planCard\./, 'all its figures, low, middle and high, claims and their sources'],
];

/** Every leaf of a JSON value with its path, places in lists as '*'. */
function leavesOf(value: unknown, path = ''): (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, [path, isList ? '*' : key].filter(Boolean).join('.')),
  );
}

function withFilters(project: Project): Project {
  const [premises, ...others] = project.datasets;
  const { suggestion } = premises;
  if (!suggestion) throw new Error('The first file has no suggestion.');
  const layers = suggestion.layers.map((layer) => ({
    ...layer,
    where: [{ column: 'survey cell', values: ['cell canary'] }],
  }));
  return {
    ...project,
    datasets: [{ ...premises, suggestion: { ...suggestion, layers } }, ...others],
    layers: project.layers.map((layer) => ({
      ...layer,
      where: [{ column: 'kind', values: ['filter canary', 'hfc'] }],
    })),
    plans: project.plans.filter(({ question }) => question.selection.kind !== 'cluster'),
  };
}

async function shared(project: Project, address: string) {
  const kept = await contentsOf(project);
  const { payload, leftOut } = await sharePayload({
    project,
    hashOf: kept.hashOf,
    address,
    appVersion: '0.1.0',
  });
  const { parts } = leavingParts(project, {
    leaveOutConfidential: true,
    leaveOutRowValues: true,
    rowBytes: () => null,
    view: payload.address,
  });
  const list = leavingGroups(parts, 'link')
    .flatMap(({ title, common, lines }) => [title, common, ...lines.flatMap((one) => [one.name, one.detail])])
    .join('\n');
  return { json: JSON.parse(canonicalJson(payload)) as unknown, list, leftOut };
}

describe('what a link holds and what the list says of it', () => {
  it.each([
    ['with what is confidential left out', FULL_PROJECT],
    [
      'with nothing confidential',
      {
        ...FULL_PROJECT,
        datasets: FULL_PROJECT.datasets.map((one) => ({ ...one, confidential: false })),
        layers: FULL_PROJECT.layers.map((one) => ({ ...one, confidential: false })),
      },
    ],
  ])('agree leaf by leaf, %s', async (how, project) => {
    const { json, list } = await shared(
      withFilters(project),
      '#/not-spots?view=clusters&at=18.00/52.12345/-1.5',
    );
    const leaves = leavesOf(json);
    expect(leaves.length).toBeGreaterThan(100);
    for (const [path, leaf] of leaves) {
      const held = HELD.find(([pattern]) => pattern.test(path));
      expect(held, `${path} (${leaf}) is in no part of the list`).toBeDefined();
      if (!held) continue;
      const words = held[1] === NAMED ? String(leaf) : held[1];
      expect(list, `${path} (${leaf})`).toContain(words);
    }
    // What is the same of each file is said once.
    if (how === 'with nothing confidential') expect(list.split('what it was taken for')).toHaveLength(2);
    for (const cell of ['cell canary', 'filter canary or hfc', '2019']) expect(list).toContain(cell);
    expect(JSON.stringify(json)).not.toMatch(/row 3|cluster=|e412345/);
  });
});
