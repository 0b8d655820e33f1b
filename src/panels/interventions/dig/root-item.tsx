import { useState } from 'react';
import { withMovedRoot } from '../../../actions/edit-roots.ts';
import { findPlace } from '../../../actions/find-place.ts';
import type { DigGround } from '../../../domain/dig/dig-ground.ts';
import type { DigRoot } from '../../../stores/derived/dig-roots.ts';
import { farWords } from '../../../stores/derived/far-words.ts';
import { rootWords } from '../../../stores/derived/root-words.ts';
import { placeText } from '../../../stores/derived/site-text.ts';
import { Button } from '../../../ui/button.tsx';
import { CommittedInput } from '../../../ui/committed-input.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useApp } from '../../app-provider.tsx';
import { pickDigOnMap } from '../pick-dig-on-map.ts';
import type { RootAsker } from './root-asker.ts';

export interface RootItemProps {
  readonly of: RootAsker;
  readonly root: DigRoot;
  /** What lies around the premises; null: not looked at yet. */
  readonly ground: DigGround | null;
}

/** One fibre point: whether it may be used, and how it is moved or taken back. */
export function RootItem({ of: { asked, ask }, root, ground }: RootItemProps) {
  const context = useApp();
  const { point, isChosen, from } = root;
  const [taken, setTaken] = useState('');
  const far = ground && from !== 'file' ? farWords(ground, point) : null;
  const { rootIds, ownRoots } = asked;
  const others = ownRoots.filter((one) => one.id !== point.id);
  const toggle = (): void => {
    if (from !== 'file')
      ask({
        label: from === 'own' ? `Removed ${point.name}` : `Put ${point.name} back`,
        edit: { ownRoots: others },
      });
    else
      ask({
        label: isChosen ? `Left out ${point.name}` : `Chose ${point.name}`,
        edit: { rootIds: isChosen ? rootIds.filter((one) => one !== point.id) : [...rootIds, point.id] },
      });
  };
  const move = async (text: string): Promise<string | null> => {
    const found = await findPlace(context, text);
    if ('problem' in found) return found.problem;
    ask(withMovedRoot(asked, point, found));
    setTaken(found.title);
    return null;
  };
  return (
    <li>
      {from === 'file' ? (
        <label className="check-line">
          <input type="checkbox" checked={isChosen} onChange={toggle} />
          <span className="anywhere">{point.name}</span>
        </label>
      ) : (
        <span className="root-own anywhere">{point.name}</span>
      )}
      <span className="small soft number-wrap">{rootWords(root)}</span>
      {far ? <span className="small root-far number-wrap">{far}</span> : null}
      <span className="small soft anywhere" role="status">
        {taken && from !== 'file' ? `Moved to ${taken}.` : ''}
      </span>
      <Disclosure
        className="small"
        summary={
          <>
            Move it<span className="unseen">: {point.name}</span>
          </>
        }
      >
        <CommittedInput label="Place" value={placeText(point)} onCommit={move} />
        <div className="row">
          <Button
            icon="target"
            onClick={() => pickDigOnMap(context, { kind: 'move-root', rootId: point.id })}
          >
            Move it on the map
          </Button>
        </div>
      </Disclosure>
      {from === 'file' ? null : (
        <Button kind="quiet" onClick={toggle}>
          {from === 'own' ? 'Remove it' : 'Put it back where its file has it'}
          <span className="unseen">: {point.name}</span>
        </Button>
      )}
    </li>
  );
}
