import { type Bitset, emptyBits, setBit } from '../../src/domain/coverage/bitset.ts';
import type { LayerRecord } from '../../src/domain/coverage/layer.ts';
import type { CrispAnswers, ShareAnswers } from '../../src/domain/coverage/layer-answers.ts';

/** A layer record with what the test cares about. */
export function layerOf(seed: Partial<LayerRecord> & { key: string }): LayerRecord {
  return {
    id: seed.key,
    name: seed.key,
    technology: seed.key,
    operator: null,
    confidence: null,
    shape: 'polygons',
    contentId: seed.key,
    column: null,
    measure: null,
    joinColumn: null,
    definition: '',
    source: { title: seed.key, publisher: null, date: null, licence: null, url: null },
    extent: { kind: 'assumed' },
    confidential: false,
    ...seed,
  };
}

export type ThreeValues = 'yes' | 'no' | 'unknown';

/** Crisp answers from a list of words. */
export function crispOf(values: readonly ThreeValues[]): CrispAnswers {
  return {
    kind: 'crisp',
    covered: bitsWhere(values, (value) => value === 'yes'),
    known: bitsWhere(values, (value) => value !== 'unknown'),
  };
}

/** Share answers: the area of each row, and each area's percent, out of one unit a row. */
export function sharesOf(area: readonly number[], percent: readonly number[], step = 0): ShareAnswers {
  const unitsInArea = new Float64Array(percent.length);
  for (const a of area) if (a >= 0) unitsInArea[a]++;
  return {
    kind: 'share',
    area: Int32Array.from(area),
    codes: percent.map((_, i) => `A${i}`),
    percent: Float64Array.from(percent),
    step,
    unitsInArea,
  };
}

function bitsWhere<T>(values: readonly T[], test: (value: T) => boolean): Bitset {
  const bits = emptyBits(values.length);
  values.forEach((value, i) => {
    if (test(value)) setBit(bits, i);
  });
  return bits;
}
