import { lazy, Suspense, useCallback, useEffect, useRef } from 'react';
import { duelToWard } from '../../actions/duel-to.ts';
import { explainFigure } from '../../actions/explain-figure.ts';
import { selectWard } from '../../actions/select-ward.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import type { WardView } from '../../stores/derived/ward-view.ts';
import { Button } from '../../ui/button.tsx';
import { FigureValue } from '../../ui/figure-value.tsx';
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { useApp } from '../app-provider.tsx';
import { focusNamed } from '../focus-named.ts';
import { useEscape } from '../use-escape.ts';
import { MapLegend } from './map-legend.tsx';
import { UseTable } from './use-table.tsx';
import { WardLayerTable } from './ward-layer-table.tsx';

const WardCharts = lazy(async () => {
  const { WardCharts } = await import('./ward-charts.tsx');
  return { default: WardCharts };
});

export interface WardPanelProps {
  readonly ward: WardView;
  readonly analysis: Analysis;
}

/** One ward's own view. Escape or the button leads back to all wards. */
export function WardPanel({ ward, analysis }: WardPanelProps) {
  const context = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  // Where the button that led here is gone, the focus would be lost.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  const { code } = ward;
  const goBack = useCallback((): void => {
    selectWard(context, null);
    focusNamed('ward', code);
  }, [context, code]);
  useEscape(goBack);
  const { notSpots } = ward;
  return (
    <article className="ward-view" aria-labelledby="ward-title">
      <Button kind="quiet" icon="back" className="ward-back" onClick={goBack}>
        Back to all wards
      </Button>
      <header className="headline">
        <h2 id="ward-title" className="ward-title anywhere" ref={title} tabIndex={-1}>
          {ward.name}
        </h2>
        <p className="soft small">
          <span className="number">{ward.code}</span>
          {ward.rank ? <> · {ward.rank}</> : null}
        </p>
        <div className="headline-text">
          <FigureValue
            name={`Not-spots in ${ward.name}`}
            value={notSpots.value}
            of={`${notSpots.of} ${ward.what}.`}
            range={notSpots.band ? `Between ${notSpots.band.replace('–', ' and ')}.` : null}
            onExplain={() => explainFigure(context, { kind: 'not-spots', place: ward.code })}
          />
        </div>
        <ProportionBar
          height={16}
          parts={[
            { key: 'not-spots', share: notSpots.shares.mid, pattern: 'hatch', token: '--not-spot' },
            {
              key: 'not-known',
              share: notSpots.shares.notKnown,
              pattern: 'dots',
              token: '--class-not-known',
            },
          ]}
          range={notSpots.shares}
        />
        {notSpots.notKnown ? <p className="headline-note">For {notSpots.notKnown} it is not known.</p> : null}
        <div className="row">
          <Button onClick={() => duelToWard(context, code)}>What would fix it?</Button>
        </div>
      </header>
      <WardLayerTable lines={ward.layers} unit={analysis.unit} place={ward.code} />
      <UseTable analysis={analysis} place={analysis.wardCodes.indexOf(ward.code)} />
      <Suspense fallback={null}>
        <WardCharts analysis={analysis} wardCode={ward.code} />
      </Suspense>
      <MapLegend />
      {analysis.ranksWards ? null : (
        <p className="panel-section soft">
          {analysis.notes.find((note) => note.kind === 'coarse-shares')?.text}
        </p>
      )}
    </article>
  );
}
