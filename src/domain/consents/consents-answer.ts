import type { ConsentHint } from './consent-hint.ts';
import type { SiteFacts } from './site-facts.ts';

/** Which site of the project is asked of. */
export interface ConsentsQuestion {
  readonly siteId: string;
}

export interface ConsentsAnswer {
  readonly siteId: string;
  readonly facts: SiteFacts;
  /** Always the same rules in the same order. */
  readonly hints: readonly ConsentHint[];
}
