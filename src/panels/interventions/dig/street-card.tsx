import { useCallback, useEffect, useRef, useState } from 'react';
import { blockStreet, forceStreet, liftStreet } from '../../../actions/edit-street.ts';
import { chooseStreet } from '../../../actions/set-interventions-view.ts';
import type { DigDesign, DigResult } from '../../../domain/dig/dig-design.ts';
import type { DigGround } from '../../../domain/dig/dig-ground.ts';
import type { DigStreet } from '../../../stores/derived/dig-streets.ts';
import { streetView } from '../../../stores/derived/street-view.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useView } from '../../app-provider.tsx';
import { useEscape } from '../../use-escape.ts';
import { useKeptFocus } from '../../use-kept-focus.ts';
import { ReasonField } from '../reason-field.tsx';

export interface StreetCardProps {
  readonly design: DigDesign;
  readonly ground: DigGround | null;
  /** What going round the streets that are closed costs. */
  readonly detours: DigResult['detours'];
  /** The chosen street as the dig has it; null: the dig does not touch it, or none is chosen. */
  readonly street: DigStreet | null;
}

/** The street that is looked at: what is dug in it, what restricts it, and what can be decided of it. */
export function StreetCard(props: StreetCardProps) {
  const streetId = useView(({ interventions }) => interventions.streetId);
  return streetId === null ? null : <OpenStreet {...props} streetId={streetId} />;
}

function OpenStreet({
  design,
  ground,
  detours,
  street,
  streetId,
}: StreetCardProps & { readonly streetId: string }) {
  const context = useApp();
  const isPicking = useView(({ interventions }) => interventions.picking !== null);
  const card = useRef<HTMLElement>(null);
  useKeptFocus(card);
  const close = useCallback(() => chooseStreet(context, null), [context]);
  useEscape(isPicking ? null : close);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another street is brought into sight.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'start' });
  }, [streetId]);
  const view = streetView(streetId, street, {
    question: design.question,
    ground,
    detours,
  });
  const { named, facts, restrictions, isClosed, isBlocked, isForced, liftedFor } = view;
  return (
    <section
      className="street-card interventions-place"
      aria-labelledby="street-title"
      ref={card}
      tabIndex={-1}
    >
      <div className="street-head">
        <h2 id="street-title" className="anywhere">
          {named.name}
        </h2>
        <Button kind="quiet" icon="close" iconOnly onClick={close}>
          Close this street
        </Button>
      </div>
      <p className="small soft">{view.standing}</p>
      <dl className="dig-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number-wrap">{value}</dd>
          </div>
        ))}
      </dl>
      <h3>Restrictions</h3>
      {restrictions.length === 0 ? (
        <p className="small soft">None is loaded for this street, which does not mean that there is none.</p>
      ) : (
        <ul className="restriction-list">
          {restrictions.map((one) => (
            <li key={one.id}>
              <strong>{one.title}.</strong>
              <span className={one.forbids ? 'restriction-closes' : undefined}> {one.effect}</span>
              <span className="small soft anywhere">{one.details}</span>
            </li>
          ))}
        </ul>
      )}
      {view.goingRound === null ? null : <p className="number-wrap going-round">{view.goingRound}</p>}
      <div className="row">
        <Button aria-pressed={isBlocked} onClick={() => blockStreet(context, design.id, named, !isBlocked)}>
          {isBlocked ? 'Let it be dug again' : 'Block this street'}
        </Button>
        <Button aria-pressed={isForced} onClick={() => forceStreet(context, design.id, named, !isForced)}>
          {isForced ? 'Leave it to the route' : 'Dig it in any case'}
        </Button>
      </div>
      {liftedFor !== null ? (
        <div className="lifted">
          <p>
            Its restriction is lifted: <span className="anywhere">{liftedFor}</span>
          </p>
          <Button onClick={() => liftStreet(context, design.id, named, null)}>
            Put the restriction back
          </Button>
        </div>
      ) : isClosed ? (
        <LiftForm key={streetId} onLift={(reason) => liftStreet(context, design.id, named, reason)} />
      ) : null}
    </section>
  );
}

function LiftForm({ onLift }: { readonly onLift: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const lift = (): void => {
    setAsked(true);
    if (reason.trim() !== '') onLift(reason);
  };
  return (
    <div className="lifted">
      <ReasonField
        label="Why the restriction can be lifted"
        hint="What the owner agreed, and where that stands."
        value={reason}
        fault={isAsked && reason.trim() === '' ? 'Give a reason: it is kept with the design.' : null}
        onChange={setReason}
      />
      <Button onClick={lift}>Lift the restriction</Button>
    </div>
  );
}
