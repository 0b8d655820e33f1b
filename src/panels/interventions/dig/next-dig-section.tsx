import { addDesign } from '../../../actions/edit-designs.ts';
import { useApp, useProject } from '../../app-provider.tsx';
import { NextPremises } from './next-premises.tsx';

/** Whom the next dig is to reach: chosen in one of four ways, counted at once, and designed. */
export function NextDigSection() {
  const context = useApp();
  const hasDesigns = useProject(({ project }) => project.designs.length > 0);
  return (
    <section className={hasDesigns ? 'panel-section' : 'headline'} aria-labelledby="next-dig">
      <h2 id="next-dig" className={hasDesigns ? undefined : 'missing-title'}>
        {hasDesigns ? 'Design another dig' : 'Design a dig'}
      </h2>
      <p>
        Choose whom it is to reach. Notspot then finds the cheapest trench, prices it and says what is in its
        way.
      </p>
      <NextPremises
        verb="Design a dig"
        verbTo={(whom) => `Design a dig to these ${whom}`}
        onChosen={({ of, ...chosen }) => addDesign(context, { of, ...chosen })}
      />
    </section>
  );
}
