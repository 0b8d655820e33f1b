import { placeInShares } from '../coverage/answers-from-shares.ts';
import { findShareJoin } from '../coverage/share-join.ts';
import { sharesFromTable } from '../coverage/shares-from-table.ts';
import { unitsAt } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import { idKey } from '../tables/id-key.ts';
import { textColumn } from '../tables/text-column.ts';
import { ChangeTally } from './change-tally.ts';
import { columnPairs, type NamedPair, wordsFor } from './column-pairs.ts';
import { type ColumnRule, compareKeys, shareRule } from './compare-column.ts';
import { type Compared, comparedOf, mostTelling } from './compared.ts';
import { type ColumnOutcomes, noOutcomes } from './comparison.ts';
import { type KeyRows, keyRows } from './key-rows.ts';
import { keyColumn, type PlacedPremises, type ReleaseInput } from './release-input.ts';

/** Compares releases of shares by area: every premises counts in its area's outcome. Yields between chunks. */
export function* compareShares(input: ReleaseInput): Generator<WorkStep, Compared> {
  const { before, after, placed } = input;
  const columns: ColumnOutcomes[] = [];
  const read = new Map<string, ShareComparison>();
  const pairs = columnPairs(before.dataset, after.dataset);
  for (const [i, pair] of pairs.entries()) {
    const compared = yield* comparedShares(input, pair);
    if (!compared) continue;
    read.set(pair.after, compared);
    const counts = noOutcomes();
    for (const { outcome } of compareKeys(compared.keysBefore, compared.keysAfter, compared.rule))
      counts[outcome]++;
    columns.push({ column: pair.after, kind: 'share', counts });
    yield { what: `Comparing ${pair.after}`, fraction: (i + 1) / (pairs.length + 1) };
  }
  const wanted = input.column ?? mostTelling(columns);
  const pair = pairs.find((one) => one.after === wanted);
  const compared = wanted === null ? undefined : read.get(wanted);
  if (!pair || !compared) throw new RangeError('These files have no column of shares in common.');
  const { shares, rule, keysBefore, keysAfter } = compared;
  const found = [...compareKeys(keysBefore, keysAfter, rule)];
  const keys = noOutcomes();
  for (const { outcome } of found) keys[outcome]++;
  const tally = new ChangeTally(input.wards, input.streets);
  const wardOfCode = new Map(input.wards.codes.map((code, i) => [idKey(code), i]));
  const members = placed
    ? yield* areaMembers(
        found.map(({ key }) => key),
        input,
        placed,
      )
    : null;
  let expected = 0;
  for (const [i, one] of found.entries()) {
    const then = one.before < 0 ? Number.NaN : shares.before.percent[one.before];
    const now = one.after < 0 ? Number.NaN : shares.after.percent[one.after];
    const texts = { before: shareText(then, shares.before.step), after: shareText(now, shares.after.step) };
    const rows = members?.[i] ?? [];
    const ward = wardOfCode.get(one.key);
    if (rows.length === 0 || !placed)
      tally.add({
        key: one.key,
        outcome: one.outcome,
        ...texts,
        at: null,
        ward,
        units: members ? 0 : 1,
        postcode: one.key,
      });
    else {
      let units = 0;
      for (const row of rows) units += unitsAt(placed.premises, row);
      if (one.outcome === 'gained' || one.outcome === 'lost') expected += (units * (now - then)) / 100;
      // One mark for an area, at the middle one of its premises; each premises counts where it lies.
      tally.addGroup({ key: one.key, outcome: one.outcome, ...texts }, { ...placed, rows });
    }
    if (i % 1000 === 999) yield { what: 'Finding the places', fraction: i / found.length };
  }
  return comparedOf(input, {
    tally,
    keys,
    columns,
    column: pair.after,
    unit: members ? (placed?.premises.unit ?? 'areas') : 'areas',
    words: wordsFor(pair),
    expected,
    cannotTellPoints: (shares.before.step + shares.after.step) / 2,
  });
}

interface ShareComparison {
  readonly shares: {
    before: { percent: Float64Array; step: number };
    after: { percent: Float64Array; step: number };
  };
  readonly rule: ColumnRule;
  readonly keysBefore: KeyRows;
  readonly keysAfter: KeyRows;
}

function* comparedShares(
  { before, after }: ReleaseInput,
  pair: NamedPair,
): Generator<WorkStep, ShareComparison | null> {
  if (pair.layer?.shape !== 'shares') return null;
  const measure = pair.layer.measure ?? 'percent';
  const { inverted, blankIsZero, totalColumn } = pair.layer;
  const reading = { inverted, blankIsZero, totalColumn };
  const then = sharesFromTable(before.table, keyColumn(before).name, pair.before, measure, reading).shares;
  const now = sharesFromTable(after.table, keyColumn(after).name, pair.after, measure, reading).shares;
  return {
    shares: { before: then, after: now },
    rule: shareRule(then, now),
    keysBefore: yield* keyRows(textColumn('code', then.codes)),
    keysAfter: yield* keyRows(textColumn('code', now.codes)),
  };
}

function shareText(percent: number, step: number): string {
  if (Number.isNaN(percent)) return '';
  const decimals = step > 0 && step < 1 ? Math.round(-Math.log10(step)) : 0;
  return step === 0 ? String(Math.round(percent * 1e6) / 1e6) : percent.toFixed(decimals);
}

/** The premises rows of each area, by the column or shapes that hold its codes; null where nothing does. */
function* areaMembers(
  codes: readonly string[],
  input: ReleaseInput,
  placed: PlacedPremises,
): Generator<WorkStep, readonly (readonly number[])[] | null> {
  yield { what: 'Finding the premises of each area', fraction: 0.5 };
  const join = findShareJoin(codes, placed.premises, input.loadedAreas);
  if (!join) return null;
  const answers = placeInShares(
    {
      shape: 'shares',
      codes,
      percent: new Float64Array(codes.length),
      step: 0,
      areas: join.kind === 'areas' ? join.areas : null,
      joinColumn: join.kind === 'column' ? join.name : null,
    },
    placed.premises,
  );
  const members: number[][] = codes.map(() => []);
  for (let row = 0; row < placed.premises.count; row++)
    if (answers.area[row] >= 0) members[answers.area[row]].push(row);
  return members;
}
