import { useId } from 'react';
import { removeLayer, setLayer } from '../../actions/set-layer.ts';
import { toggleLayer } from '../../actions/set-view.ts';
import type { Extent } from '../../domain/coverage/layer.ts';
import type { LayerLine } from '../../stores/derived/layer-lines.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { PatternSwatch } from '../../ui/pattern-swatch.tsx';
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { ExplainedNumber } from '../explained-number.tsx';
import { SourceLine } from '../source-line.tsx';

/** One layer: a switch, its pattern, how much it covers, and what stands behind it. */
export function LayerItem({ line }: { readonly line: LayerLine }) {
  const context = useApp();
  const shown = useView((state) => state.shownLayers.includes(line.id));
  const id = useId();
  const { covered } = line;
  return (
    <li className="layer">
      <div className="layer-head">
        <input type="checkbox" id={id} checked={shown} onChange={() => toggleLayer(context, line.id)} />
        <PatternSwatch pattern={line.swatch.pattern} token={line.swatch.token} />
        <label htmlFor={id} className="layer-name anywhere">
          {line.name}
          <span className="unseen">, show on the map</span>
        </label>
        {line.confidential ? <Badge>confidential</Badge> : null}
      </div>
      {covered ? (
        <div className="layer-count">
          <ProportionBar
            height={6}
            parts={[
              { key: 'covered', share: covered.shares.mid, pattern: 'solid', token: line.swatch.token },
              {
                key: 'not-known',
                share: covered.shares.notKnown,
                pattern: 'dots',
                token: '--class-not-known',
              },
            ]}
            range={covered.shares}
          />
          <p className="small">
            <span className="number">
              <ExplainedNumber asks={{ kind: 'covered', layerId: line.id }} place="total">
                {covered.value}
              </ExplainedNumber>
            </span>{' '}
            <span className="soft">{covered.of} covered</span>
            {covered.notKnown ? (
              <span className="soft">
                {'; '}
                <ExplainedNumber asks={{ kind: 'layer-not-known', layerId: line.id }} place="total">
                  {covered.notKnown}
                </ExplainedNumber>{' '}
                not known
              </span>
            ) : null}
          </p>
        </div>
      ) : null}
      <Disclosure
        summary={
          <>
            {line.hasExtent ? 'Source and extent' : 'Source'}
            {line.hasExtent && line.extent.kind === 'assumed' ? (
              <Badge kind="assumed">extent assumed</Badge>
            ) : null}
          </>
        }
      >
        <LayerDetails line={line} />
      </Disclosure>
    </li>
  );
}

function LayerDetails({ line }: { readonly line: LayerLine }) {
  const context = useApp();
  const setExtent = (kind: string): void => {
    const extent = EXTENTS.find((one) => one.kind === kind);
    if (extent)
      setLayer(
        context,
        line.id,
        { extent: { kind: extent.kind } },
        `${line.name} speaks for: ${extent.label}`,
      );
  };
  return (
    <div className="stack">
      <dl className="facts">
        <dt>Covered means</dt>
        <dd>{line.definition}</dd>
        <dt>Kind</dt>
        <dd>{line.shape}</dd>
        <dt>Source</dt>
        <dd>
          <SourceLine source={line.source} />
        </dd>
        {line.covered?.band ? (
          <>
            <dt>Covered, range</dt>
            <dd className="number">{line.covered.band}</dd>
          </>
        ) : null}
        {line.notCovered ? (
          <>
            <dt>Not covered</dt>
            <dd>
              <span className="number">
                <ExplainedNumber asks={{ kind: 'not-covered', layerId: line.id }} place="total">
                  {line.notCovered.value}
                </ExplainedNumber>
              </span>{' '}
              {line.notCovered.of}
            </dd>
          </>
        ) : null}
      </dl>
      {line.hasExtent ? <ExtentField extent={line.extent} onChange={setExtent} /> : null}
      <label className="check-line">
        <input
          type="checkbox"
          checked={line.confidential}
          onChange={(event) => {
            const confidential = event.target.checked;
            const label = confidential
              ? `Marked ${line.name} confidential`
              : `${line.name} is no longer confidential`;
            setLayer(context, line.id, { confidential }, label);
          }}
        />
        <span>Confidential: leave it out of anything shared</span>
      </label>
      <Button kind="quiet" icon="close" onClick={() => void removeLayer(context, line.id)}>
        Remove this layer<span className="unseen">: {line.name}</span>
      </Button>
    </div>
  );
}

interface ExtentFieldProps {
  readonly extent: Extent;
  readonly onChange: (kind: string) => void;
}

function ExtentField({ extent, onChange }: ExtentFieldProps) {
  return (
    <Field label="Speaks for" hint="Outside this the layer's answer is “not known”, never “not covered”.">
      {(ids) => (
        <select
          {...ids}
          className="control"
          value={extent.kind}
          onChange={(event) => onChange(event.target.value)}
        >
          {EXTENTS.map((one) => (
            <option key={one.kind} value={one.kind}>
              {one.label}
            </option>
          ))}
          {extent.kind === 'areas' ? <option value="areas">Areas of a loaded file</option> : null}
        </select>
      )}
    </Field>
  );
}

const EXTENTS: readonly { readonly kind: Exclude<Extent['kind'], 'areas'>; readonly label: string }[] = [
  { kind: 'assumed', label: 'Wards it touches (assumed)' },
  { kind: 'all-wards', label: 'All loaded wards' },
  { kind: 'everywhere', label: 'Everywhere' },
];
