import { useStore } from 'zustand';
import type { DigGround } from '../../../domain/dig/dig-ground.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { PlanDesign, PlanDesigns } from '../../../domain/plan/plan-design.ts';
import { drawnPicture } from '../../../stores/derived/dig-picture.ts';
import { INTERVENTION_TEXT } from '../../../stores/derived/intervention-text.ts';
import { planAnswers } from '../../../stores/derived/plan-answers.ts';
import { planAskedLines } from '../../../stores/derived/plan-asked-lines.ts';
import { planBox } from '../../../stores/derived/plan-box.ts';
import { ANSWER_LOOKS, ROOF_LOOKS } from '../../../stores/derived/plan-looks.ts';
import { usePrinting } from '../../../ui/use-printing.ts';
import { useAnalysis, useApp, useProject } from '../../app-provider.tsx';
import { LookSwatch } from '../../rooftops/look-swatch.tsx';
import { RoutePicture } from '../dig/route-picture.tsx';
import { PrintedAsked } from '../printed-asked.tsx';
import { PrintedPlaces } from '../printed-places.tsx';
import { StandingTitle, useStandingCaption } from '../standing-title.tsx';

export interface PrintedPlanProps {
  readonly plan: Plan;
  readonly designs: PlanDesigns;
  readonly ground: DigGround | null;
  /** Designs that answer what was asked before: what is asked now is said to be so. */
  readonly standing: 'now' | 'earlier' | 'out of date';
}

/** On paper only: a picture of each design over the same ground, and in words what was asked. */
export function PrintedPlan(props: PrintedPlanProps) {
  return usePrinting() ? <OnPaper {...props} /> : null;
}

function OnPaper({ plan, designs, ground, standing }: PrintedPlanProps) {
  const context = useApp();
  const devices = useProject(({ project }) => project.devices);
  const analysis = useAnalysis((state) => state.analysis);
  const clusters = useStore(context.studies.clusters, ({ answer }) => answer);
  const chosen = useStore(context.studies['dig-premises'], ({ answer }) => answer);
  const asked = planAskedLines(plan, designs, {
    names: {
      ward: (code) => analysis?.wardNames[analysis.wardCodes.indexOf(code)],
      cluster: (cluster) => clusters?.names[clusters.ids.indexOf(cluster)],
    },
    chosen,
    ground,
    devices,
  });
  return (
    <div className="print-only printed-dig printed-plan">
      <PrintedAsked lines={asked} isEarlier={standing === 'earlier'} />
      {designs.outcomes.map(({ design }) =>
        design ? <Drawing key={design.kind} design={design} designs={designs} ground={ground} /> : null,
      )}
    </div>
  );
}

function Drawing({
  design,
  designs,
  ground,
}: {
  readonly design: PlanDesign;
  readonly designs: PlanDesigns;
  readonly ground: DigGround | null;
}) {
  const { trench, radio, kind } = design;
  const missed = planAnswers(designs).places.filter(({ answers }) => {
    const how = answers[kind]?.how;
    return how === 'none' || how === 'not known';
  });
  const { name } = INTERVENTION_TEXT[kind];
  const label = useStandingCaption(`${name}, north up`);
  const picture = drawnPicture({ trench, radio, missed, box: planBox(designs) }, ground, null);
  if (!picture) return null;
  const id = `printed-${kind.replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id}>
      <StandingTitle id={id}>{name}</StandingTitle>
      <RoutePicture picture={picture} label={label} />
      <ul className="printed-key">
        {picture.hubs.length > 0 ? (
          <li>
            <LookSwatch look={ROOF_LOOKS.trench} /> Hub on a roof
          </li>
        ) : null}
        {picture.byRadio.length > 0 ? (
          <li>
            <LookSwatch look={ANSWER_LOOKS.radio} /> {ANSWER_LOOKS.radio.label} (amber dots)
          </li>
        ) : null}
        {picture.served.length > 0 ? (
          <li>
            <LookSwatch look={ANSWER_LOOKS.fibre} /> {ANSWER_LOOKS.fibre.label} (brown dots)
          </li>
        ) : null}
        <PrintedPlaces picture={picture} />
      </ul>
    </section>
  );
}
