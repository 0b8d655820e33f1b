import { useStore } from 'zustand';
import type { DigDesign, DigResult } from '../../../domain/dig/dig-design.ts';
import type { DigGround } from '../../../domain/dig/dig-ground.ts';
import { digAskedLines } from '../../../stores/derived/dig-asked-lines.ts';
import { STREET_LOOKS, STREET_STATES } from '../../../stores/derived/dig-looks.ts';
import { digPicture } from '../../../stores/derived/dig-picture.ts';
import { routeKey } from '../../../stores/derived/route-key.ts';
import { streetStates } from '../../../stores/derived/street-states.ts';
import { usePrinting } from '../../../ui/use-printing.ts';
import { useAnalysis, useApp } from '../../app-provider.tsx';
import { LookSwatch } from '../../rooftops/look-swatch.tsx';
import { PrintedAsked } from '../printed-asked.tsx';
import { PrintedPlaces } from '../printed-places.tsx';
import { RouteSwatch } from '../route-swatch.tsx';
import { RoutePicture } from './route-picture.tsx';

export interface PrintedDigProps {
  readonly design: DigDesign;
  /** The route answers what was asked before: what is asked now is said to be so. */
  readonly isEarlier: boolean;
  readonly result: DigResult;
  readonly ground: DigGround | null;
}

/** On paper only: the route's picture with its key, and in words what was asked. */
export function PrintedDig(props: PrintedDigProps) {
  return usePrinting() ? <OnPaper {...props} /> : null;
}

function OnPaper({ design: { name, question }, isEarlier, result, ground }: PrintedDigProps) {
  const context = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const clusters = useStore(context.studies.clusters, ({ answer }) => answer);
  const chosen = useStore(context.studies['dig-premises'], ({ answer }) => answer);
  const standing = ground ? streetStates(question, ground.streets, ground.barriers) : null;
  const picture = digPicture(result, ground, standing);
  const asked = digAskedLines(question, result, {
    names: {
      ward: (code) => analysis?.wardNames[analysis.wardCodes.indexOf(code)],
      cluster: (cluster) => clusters?.names[clusters.ids.indexOf(cluster)],
    },
    chosen,
    ground,
  });
  return (
    <div className="print-only printed-dig">
      <PrintedAsked lines={asked} isEarlier={isEarlier} />
      {picture ? (
        <section aria-labelledby="printed-route">
          <h2 id="printed-route">The route</h2>
          <RoutePicture picture={picture} label={`The route of ${name}, north up`} />
          <ul className="printed-key">
            {routeKey(result).map(({ name: kind, look, note }) => (
              <li key={kind}>
                <RouteSwatch look={look} /> {look.label}, {note}
              </li>
            ))}
            {STREET_STATES.filter((state) => picture.bands.some((band) => band.state === state)).map(
              (state) => (
                <li key={state}>
                  <LookSwatch look={STREET_LOOKS[state]} /> {STREET_LOOKS[state].label}
                </li>
              ),
            )}
            <PrintedPlaces picture={picture} />
          </ul>
        </section>
      ) : null}
    </div>
  );
}
