import { selectWard } from '../../actions/select-ward.ts';
import { goTo } from '../../actions/set-view.ts';
import { wardView } from '../../stores/derived/ward-view.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useAnalysis, useApp, useProject } from '../app-provider.tsx';
import { ExplainedNumber } from '../explained-number.tsx';
import { WardLayerTable } from '../not-spots/ward-layer-table.tsx';

/** The ward that the premises lie in: its not-spots, and the same layers counted for all of it. */
export function WardBeside({ code }: { readonly code: string | null }) {
  const context = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const project = useProject((state) => state.project);
  const ward = analysis && code !== null ? wardView(analysis, project, code) : null;
  if (!analysis || !ward) return null;
  const { notSpots } = ward;
  return (
    <section className="panel-section" aria-labelledby="ward-beside-title">
      <h3 id="ward-beside-title">The ward beside it: {ward.name}</h3>
      <p>
        <strong className="number">
          <ExplainedNumber asks={{ kind: 'not-spots' }} place={ward.code}>
            {notSpots.value}
          </ExplainedNumber>
        </strong>{' '}
        {notSpots.of} {ward.what}
        {notSpots.band ? ` (${notSpots.band})` : ''}.
        {notSpots.notKnown ? ` For ${notSpots.notKnown} it is not known.` : ''}
      </p>
      <Disclosure summary="What reaches the ward, layer by layer">
        <WardLayerTable lines={ward.layers} unit={analysis.unit} place={ward.code} />
      </Disclosure>
      <Button
        className="ward-open"
        onClick={() => {
          goTo(context, 'not-spots');
          selectWard(context, ward.code);
          document.getElementById('panel')?.focus({ preventScroll: true });
        }}
      >
        Open the ward {ward.name}
      </Button>
    </section>
  );
}
