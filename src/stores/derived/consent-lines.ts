import type { ConsentHint, ConsentRuleId, ConsentVerdict } from '../../domain/consents/consent-hint.ts';
import type { ConsentOverride } from '../../domain/radio/rooftop-site.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** A consent of a site as it is printed. */
export interface ConsentLine {
  readonly rule: ConsentRuleId;
  readonly title: string;
  readonly applies: ConsentVerdict;
  /** "In the way", "Not in the way", "Not known". */
  readonly verdict: string;
  readonly says: string;
  readonly why: string;
  readonly owner: string;
  readonly ruleDate: string;
  /** Null: nobody sourced it. */
  readonly source: SourceText | null;
  readonly assumed: string | null;
  readonly override: ConsentOverride | null;
  /** What the rule alone gives, where somebody said otherwise. */
  readonly byRule: string | null;
}

export function consentLine(hint: ConsentHint): ConsentLine {
  const { rule, title, applies, says, why, owner, ruleDate, source, assumed, override, reckoned } = hint;
  return {
    rule,
    title,
    applies,
    verdict: VERDICTS[applies],
    says,
    why,
    owner,
    ruleDate: ruleDate ?? 'date not known',
    source: source && sourceText(source),
    assumed,
    override,
    byRule: override ? VERDICTS[reckoned].toLowerCase() : null,
  };
}

/** "2 in the way, 3 not known, 3 not in the way, of 8 rules" */
export function consentSummary(hints: readonly ConsentHint[]): string {
  const of = (verdict: ConsentVerdict): number => hints.filter(({ applies }) => applies === verdict).length;
  return `${of('yes')} in the way, ${of('not known')} not known, ${of('no')} not in the way, of ${hints.length} rules`;
}

const VERDICTS: Readonly<Record<ConsentVerdict, string>> = {
  yes: 'In the way',
  no: 'Not in the way',
  'not known': 'Not known',
};
