import { useState } from 'react';
import { withOwnRoot } from '../../../actions/edit-roots.ts';
import { findPlace } from '../../../actions/find-place.ts';
import type { DigGround } from '../../../domain/dig/dig-ground.ts';
import { digRoots } from '../../../stores/derived/dig-roots.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useApp } from '../../app-provider.tsx';
import { pickDigOnMap } from '../pick-dig-on-map.ts';
import type { RootAsker } from './root-asker.ts';
import { RootItem } from './root-item.tsx';

export interface RootsSectionProps {
  readonly of: RootAsker;
  /** null: not looked at yet. */
  readonly ground: DigGround | null;
}

/** Where fibre may come from: fibre points of the files, nearest first, and those that a person placed or moved. */
export function RootsSection({ of, ground }: RootsSectionProps) {
  const context = useApp();
  const [all, setAll] = useState(false);
  const { asked, ask } = of;
  const roots = digRoots(asked, ground?.fibrePoints ?? NONE);
  const chosen = roots.filter(({ isChosen }) => isChosen);
  const shown = all ? roots : roots.slice(0, FIRST_ROOTS);
  const choose = (rootIds: readonly string[], label: string): void => ask({ label, edit: { rootIds } });
  return (
    <fieldset className="dig-part">
      <legend>Where fibre can come from</legend>
      <p className="small soft">
        {roots.length === 0
          ? ground
            ? 'No fibre points are loaded. Load them on the Data page, or place one: an exchange, a cabinet, a chamber with fibre.'
            : 'Looking at the streets …'
          : `${chosen.length} of ${roots.length} fibre points may be used; those are taken that make it cheapest.`}
      </p>
      {roots.length > 1 ? (
        <div className="row">
          <Button
            kind="quiet"
            onClick={() =>
              choose(
                roots.filter(({ from }) => from === 'file').map(({ point }) => point.id),
                'Chose every fibre point',
              )
            }
          >
            Choose all
          </Button>
          <Button kind="quiet" onClick={() => choose([], 'Chose no fibre point')}>
            Choose none
          </Button>
        </div>
      ) : null}
      <ul className="root-list">
        {shown.map((root) => (
          <RootItem key={root.point.id} of={of} root={root} ground={ground} />
        ))}
      </ul>
      {roots.length > shown.length ? (
        <Button kind="quiet" onClick={() => setAll(true)}>
          Show all {roots.length}
        </Button>
      ) : null}
      <PlaceRoot onPlaced={(at) => ask(withOwnRoot(asked, at))} />
      <Button icon="target" onClick={() => pickDigOnMap(context, { kind: 'new-root' })}>
        Place one on the map
      </Button>
    </fieldset>
  );
}

const FIRST_ROOTS = 6;
const NONE: DigGround['fibrePoints'] = [];

function PlaceRoot({
  onPlaced,
}: {
  readonly onPlaced: (at: { readonly lon: number; readonly lat: number }) => void;
}) {
  const context = useApp();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const place = async (): Promise<void> => {
    const found = await findPlace(context, text);
    if ('problem' in found) {
      setFault(found.problem);
      return;
    }
    setFault(null);
    setText('');
    onPlaced(found);
  };
  return (
    <div className="place-root">
      <Field
        label="Another place"
        hint="Latitude and longitude, a grid reference or a postcode."
        error={fault}
      >
        {(ids) => (
          <input
            {...ids}
            className="control"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void place();
            }}
          />
        )}
      </Field>
      <Button onClick={() => void place()}>Place it</Button>
    </div>
  );
}
