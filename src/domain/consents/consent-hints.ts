import type { Barrier } from '../plan/barrier.ts';
import type { RooftopSite } from '../radio/rooftop-site.ts';
import type { ConsentFinding, ConsentHint } from './consent-hint.ts';
import { designatedLand } from './designated-land.ts';
import { lowBuilding } from './low-building.ts';
import { mastHeight } from './mast-height.ts';
import { priorApproval } from './prior-approval.ts';
import { conservationArea, listedBuilding } from './protected-building.ts';
import { radioLicence } from './radio-licence.ts';
import type { SiteFacts } from './site-facts.ts';
import { wayleave } from './wayleave.ts';

/**
 * The consents that may stand in a rooftop site's way, always the same rules in the same order; what a person says against
 * one (`site.overrides`) rules. Hints, not advice: no fact that is not known becomes a no.
 */
export function consentHints(site: RooftopSite, facts: SiteFacts): readonly ConsentHint[] {
  const findings: readonly ConsentFinding[] = [
    mastHeight(facts),
    priorApproval(facts),
    lowBuilding(facts),
    designatedLand(facts),
    conservationArea(facts),
    listedBuilding(facts),
    wayleave(site),
    radioLicence(facts.device),
  ];
  return findings.map((finding) => hintOf(site, finding));
}

function hintOf(site: RooftopSite, finding: ConsentFinding): ConsentHint {
  const override = site.overrides.find(({ rule }) => rule === finding.rule) ?? null;
  const applies = override ? (override.applies ? 'yes' : 'no') : finding.applies;
  return {
    ...finding,
    applies,
    reckoned: finding.applies,
    override,
    barrier: applies === 'yes' ? barrierOf(site, finding) : null,
  };
}

/** Nobody sourced what a consent costs: not known. */
function barrierOf({ id, name }: RooftopSite, { rule, kind, owner, source, weeks }: ConsentFinding): Barrier {
  return {
    id: `${id}/${rule}`,
    kind,
    place: name,
    owner,
    effect: { pounds: null, weeks, forbids: false },
    from: null,
    until: null,
    source,
  };
}
