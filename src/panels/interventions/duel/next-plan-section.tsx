import { addPlan } from '../../../actions/edit-plans.ts';
import { runPlan } from '../../../actions/run-plan.ts';
import { useApp, useProject } from '../../app-provider.tsx';
import { NextPremises, type PremisesChosen } from '../dig/next-premises.tsx';

/** Whom the next plan is to reach: chosen in one of four ways, counted at once, and all three designs made. */
export function NextPlanSection() {
  const context = useApp();
  const hasPlans = useProject(({ project }) => project.plans.length > 0);
  const begin = (chosen: PremisesChosen): void => {
    const id = addPlan(context, chosen);
    if (id !== null) void runPlan(context, id);
  };
  return (
    <section className={hasPlans ? 'panel-section' : 'headline'} aria-labelledby="next-plan">
      <h2 id="next-plan" className={hasPlans ? undefined : 'missing-title'}>
        {hasPlans ? 'Another plan' : 'Rooftop radio or dig?'}
      </h2>
      <p>
        Choose whom it is to reach. Notspot designs rooftop radio, a dig and a hybrid for the same premises,
        prices all three, and says what stands in the way of each.
      </p>
      <NextPremises
        verb="Design all three"
        verbTo={(whom) => `Design all three for these ${whom}`}
        onChosen={begin}
        other={{
          verb: 'Place a fibre point or ask more first',
          onChosen: (chosen) => void addPlan(context, chosen),
        }}
      />
    </section>
  );
}
