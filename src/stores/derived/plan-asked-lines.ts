import { count } from '../../domain/not-spots/headline.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanDesigns } from '../../domain/plan/plan-design.ts';
import type { DeviceProfile } from '../../domain/radio/device.ts';
import { type AskedLine, digAskedLines } from './dig-asked-lines.ts';
import { metresOf } from './dig-headline.ts';
import { rateOf } from './plan-place-words.ts';

/** What a plan was asked for, whole, as it stands on paper: as `digAskedLines`, with its radio and the levers that are pulled. */
export function planAskedLines(
  { question, levers }: Pick<Plan, 'question' | 'levers'>,
  designs: PlanDesigns,
  known: Parameters<typeof digAskedLines>[2] & { readonly devices: readonly DeviceProfile[] },
): readonly AskedLine[] {
  const { radio, ...asked } = question;
  const roots = new Map(
    designs.outcomes.flatMap(({ design }) => design?.trench?.roots ?? []).map((root) => [root.id, root]),
  );
  const device = known.devices.find(({ id }) => id === radio.deviceId);
  const said = radio.wayleaves.map(({ roof, wayleave, reason }) => `${roof}: ${wayleave} (${reason})`);
  const lines = [
    { name: 'Radio', value: device?.name ?? 'one that is no longer in the project', isAssumed: false },
    { name: 'Mast on a hub’s roof', value: metresOf(radio.mastMetres), isAssumed: true },
    { name: 'Farthest premises', value: metresOf(radio.radiusMetres), isAssumed: true },
    { name: 'Least rate', value: rateOf(radio.leastMegabitsPerSecond), isAssumed: true },
    { name: 'Roofs ruled out', value: radio.closedRoofs.join(', '), isAssumed: false },
    { name: 'Said of owners', value: said.join('; '), isAssumed: false },
    {
      name: 'Levers pulled',
      value:
        levers.length === 0
          ? 'none'
          : levers
              .map(({ kind, places }) => (places ? `${kind} (for ${count(places.length)})` : kind))
              .join(', '),
      isAssumed: false,
    },
  ];
  return [...digAskedLines(asked, { roots: [...roots.values()] }, known), ...lines].filter(
    ({ value }) => value !== '',
  );
}
