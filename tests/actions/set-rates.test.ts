import { describe, expect, it } from 'vitest';
import { saveRates } from '../../src/actions/edit-rates.ts';
import { findDesign, shownResult } from '../../src/actions/find-design.ts';
import { openDesign } from '../../src/actions/set-interventions-view.ts';
import { setRates } from '../../src/actions/set-rates.ts';
import { undo } from '../../src/actions/undo.ts';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import type { RateCard } from '../../src/domain/cost/rate-card.ts';
import type { DigDesign, DigResult } from '../../src/domain/dig/dig-design.ts';
import { exactly } from '../builders/any-rate-card.ts';
import { FULL_DESIGN } from '../builders/dig-designs.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { studyingContext } from '../builders/studying-context.ts';

const RESULT = FULL_DESIGN.result as DigResult;
const DEARER: RateCard = {
  ...DEFAULT_RATES,
  items: { ...DEFAULT_RATES.items, poundsPerLeadIn: exactly(500) },
};

/** A project with two designs, both worked out, the first of them open. */
function twoDigs() {
  const { context, asked } = studyingContext();
  const project = projectOf({
    datasets: [datasetOf({ role: 'premises', contentId: 'file-1' })],
    designs: [FULL_DESIGN, { ...FULL_DESIGN, id: 'dig-2' }],
  });
  context.project.setState({ project, version: 1 });
  openDesign(context, FULL_DESIGN.id);
  const design = (id: string): DigDesign => findDesign(context, id) as DigDesign;
  const settle = async (value: DigResult): Promise<void> => {
    asked.at(-1)?.settle({ state: 'done', value });
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { context, asked, design, settle };
}

describe('other rates', () => {
  it('are one step: the open design is worked out again, others wait, and undo gives both back', async () => {
    const { context, asked, design, settle } = twoDigs();
    saveRates(context, DEARER, 'To each premises');
    expect(context.project.getState().done.map(({ label }) => label)).toEqual(['Rates: To each premises']);
    expect(context.project.getState().project.rates).toMatchObject({ id: 'own-rates', name: 'Own rates' });
    expect(shownResult(context, design(FULL_DESIGN.id))).toEqual({ result: RESULT, isEarlier: true });
    expect(design('dig-2').result).toEqual(RESULT);
    expect(asked).toHaveLength(1);
    await settle({ ...RESULT, searchedPence: 7, isQuick: true });
    expect(design(FULL_DESIGN.id).result?.searchedPence).toBe(7);
    undo(context);
    expect(context.project.getState().project.rates).toEqual(projectOf({}).rates);
    expect(design(FULL_DESIGN.id).result).toEqual(RESULT);
  });

  it('work nothing out again where no figure differs', () => {
    const { context, asked, design } = twoDigs();
    const source = { title: 'A quote', publisher: null, date: '2026', licence: null, url: null };
    saveRates(
      context,
      { ...DEFAULT_RATES, termYears: { ...DEFAULT_RATES.termYears, source } },
      'Present value',
    );
    expect(context.project.getState().project.rates?.termYears.source).toEqual(source);
    expect(asked).toEqual([]);
    expect(design(FULL_DESIGN.id).result).toEqual(RESULT);
  });

  it('are no step where nothing differs, and change nothing where the work is read-only', () => {
    const { context, asked } = twoDigs();
    setRates(context, null);
    saveRates(context, DEFAULT_RATES, 'nothing');
    context.project.setState({ readOnly: true });
    setRates(context, DEARER);
    expect(context.project.getState().done).toEqual([]);
    expect(context.digs.getState().earlier).toBe(null);
    expect(asked).toEqual([]);
  });
});
