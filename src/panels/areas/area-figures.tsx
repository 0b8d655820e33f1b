import { selectWard } from '../../actions/select-ward.ts';
import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';
import { type AreaHeadline, areaHeadline } from '../../stores/derived/area-headline.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { FigureExplanation } from '../figure-explanation.tsx';
import { NotSpotsBar } from '../not-spots-bar.tsx';

export interface AreaFiguresProps {
  readonly analysis: AreaAnalysis;
  /** The ward chosen in map or table; null: none. */
  readonly wardCode: string | null;
}

/** The not-spot area of all wards, or of the chosen one, and all that stands behind it. */
export function AreaFigures({ analysis, wardCode }: AreaFiguresProps) {
  const context = useApp();
  const project = useProject((state) => state.project);
  const ward = wardCode === null ? -1 : analysis.wardCodes.indexOf(wardCode);
  const headline = areaHeadline(analysis, project, ward >= 0 ? ward : analysis.wardCodes.length);
  return (
    <section className="headline" aria-label="Not-spot area">
      {ward >= 0 ? (
        <div className="area-ward">
          <h2 className="ward-title anywhere">{analysis.wardNames[ward]}</h2>
          <Button kind="quiet" icon="back" onClick={() => selectWard(context, null)}>
            All wards
          </Button>
        </div>
      ) : null}
      {headline ? (
        <Headline headline={headline} />
      ) : (
        <Notice kind="warning" title="This definition has no area">
          {analysis.refusals
            .filter(({ isAsked }) => isAsked)
            .map(({ technology, label, why, remedy }) => (
              <p className="anywhere" key={technology}>
                It asks about {label}. {why} {remedy}
              </p>
            ))}
        </Notice>
      )}
    </section>
  );
}

function Headline({ headline }: { readonly headline: AreaHeadline }) {
  const { number, rest, notKnown, shares, figure } = headline;
  return (
    <>
      <p className="headline-text">
        <strong className="headline-number">{number}</strong> <span className="headline-rest">{rest}</span>
      </p>
      <NotSpotsBar shares={shares} />
      {notKnown ? <p className="headline-note">{notKnown}</p> : null}
      <Disclosure summary="How this is measured" className="headline-explain">
        <FigureExplanation figure={figure} />
      </Disclosure>
    </>
  );
}
