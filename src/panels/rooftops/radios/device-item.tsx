import type { DeviceLine } from '../../../stores/derived/device-lines.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { SourceLine } from '../../source-line.tsx';

export interface DeviceItemProps {
  readonly line: DeviceLine;
  readonly onUse: () => void;
  /** Leave out for radios that are only on offer. */
  readonly own?: { readonly onEdit: () => void; readonly onRemove: () => void };
  readonly onCopy?: () => void;
}

/** One radio: what it is, its licence, what of it is assumed, and what can be done with it. */
export function DeviceItem({ line, onUse, own, onCopy }: DeviceItemProps) {
  const { device, isInUse, assumed, limit } = line;
  const of = <span className="unseen">: {device.name}</span>;
  return (
    <li className={isInUse ? 'device is-in-use' : 'device'} id={`device-item-${device.id}`}>
      <div className="row">
        <h3 className="anywhere">{device.name}</h3>
        {isInUse ? <Badge>in use</Badge> : null}
        {assumed.length > 0 ? <Badge kind="assumed">assumed: {partsCount(assumed.length)}</Badge> : null}
      </div>
      <p className="small">{line.facts}</p>
      <p className="small">{line.rate}</p>
      <p className="small">
        {limit.text}
        {limit.source ? null : (
          <>
            {' '}
            <Badge kind="assumed">assumed</Badge>
          </>
        )}
        : {device.licence.name || 'licence not known'}
      </p>
      <Disclosure summary={<>Sources of the limit, fee, and what is assumed{of}</>} className="small">
        <dl className="facts">
          <dt>Licence</dt>
          <dd>{line.licence}</dd>
          <dt>Power limit</dt>
          <dd>
            {limit.text}. {limit.source ? <SourceLine source={limit.source} /> : null}
            {limit.source ? null : <Badge kind="assumed">assumed</Badge>}
          </dd>
          <dt>Assumed</dt>
          <dd>
            {assumed.length > 0
              ? `Nobody sourced: ${assumed.join(', ')}.`
              : 'Nothing: every figure has a source.'}
          </dd>
        </dl>
      </Disclosure>
      <div className="row">
        {isInUse ? null : <Button onClick={onUse}>Use this radio{of}</Button>}
        {own ? (
          <Button kind="quiet" id={`edit-${device.id}`} onClick={own.onEdit}>
            Edit{of}
          </Button>
        ) : null}
        {onCopy ? (
          <Button kind="quiet" onClick={onCopy}>
            Copy{of}
          </Button>
        ) : null}
        {own && !isInUse ? (
          <Button kind="quiet" onClick={own.onRemove}>
            Remove{of}
          </Button>
        ) : null}
      </div>
      {own && isInUse ? (
        <p className="small soft">In use: choose another radio before this one can be removed.</p>
      ) : null}
    </li>
  );
}

function partsCount(count: number): string {
  return count === 1 ? '1 figure' : `${count} figures`;
}
