import type { FigureInput } from './figure-draft.ts';
import { figureLine, rateText } from './rate-lines.ts';
import type { RateFigure } from './rate-sections.ts';
import type { RegisterLine } from './register-section.ts';
import { sourceText } from './source-text.ts';

/** A figure with its spread. */
export function registerLine(named: Named, figure: RateFigure | null): RegisterLine {
  const { key, label, meaning, value, range, source } = figureLine(named, figure);
  return {
    ...{ key, label, meaning, range, source, value: value ?? 'not priced' },
    standing: figure === null ? 'chosen' : source ? 'sourced' : 'assumed',
  };
}

/** Numbers that are no spread: "57–66 GHz", "£200–£400, 2024". */
export function plainLine(named: Named, { values, source }: RateFigure): RegisterLine {
  const { key, label, meaning, inputs } = named;
  if (inputs.length === 1)
    return {
      ...registerLine(named, { values, source }),
      ...(values[0] === null ? { value: 'not known' } : {}),
    };
  const words = inputs.map(({ limit, label: name }, i) => {
    const value = values[i];
    const unit = limit.unit === 'pounds' ? '£' : limit.unit;
    // Years have no comma.
    if (value === null) return 'year not known';
    return unit === ''
      ? String(value)
      : `${inputs[0].limit === limit ? '' : `${name.toLowerCase()} `}${rateText(value, unit)}`;
  });
  return {
    key,
    label,
    meaning,
    value: words.join(' – ').replace(/ – (?=\d{4}$|year)/, ', '),
    range: null,
    ...standingOf(source),
  };
}

/** Sourced where a source is named, else assumed. */
export function standingOf(source: RateFigure['source']): Pick<RegisterLine, 'standing' | 'source'> {
  return { standing: source ? 'sourced' : 'assumed', source: source && sourceText(source) };
}

interface Named {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly inputs: readonly FigureInput[];
}
