import { lazy, Suspense } from 'react';
import { savePlanCard } from '../../../actions/edit-plan-card.ts';
import { pullLever } from '../../../actions/edit-plans.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { readLeverDraft } from '../../../stores/derived/register-lever-section.ts';
import { readPlanDraft } from '../../../stores/derived/register-plan-section.ts';
import type { RegisterSection } from '../../../stores/derived/register-section.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import { FiguresForm } from '../rates/figures-form.tsx';
import { RateSectionForm } from '../rates/rate-section-form.tsx';
import '../rates/rates.css';
import { ClaimsForm } from './claims-form.tsx';

export interface RegisterFormProps {
  readonly section: RegisterSection;
  /** The plan that is open. */
  readonly plan: Plan | null;
  readonly onEnd: () => void;
}

/** The form of a section of the register. One step of undo takes all that it saves. */
export function RegisterForm({ section: { title, edit }, plan, onEnd }: RegisterFormProps) {
  const context = useApp();
  const radio = useProject(({ project }) => project.radio);
  switch (edit.kind) {
    case 'plan card':
      return (
        <FiguresForm
          section={edit.section}
          card={edit.card}
          saveWords="Save these figures"
          read={(draft) => readPlanDraft(draft, edit.section, edit.card)}
          onSave={(card) => savePlanCard(context, card, title.toLowerCase())}
          onEnd={onEnd}
        />
      );
    case 'lever':
      return (
        <FiguresForm
          section={edit.section}
          card={edit.lever}
          saveWords="Save this cost"
          read={(draft) => readLeverDraft(draft, edit.section, edit.lever)}
          onSave={(lever) => {
            if (plan) pullLever(context, plan.id, lever);
          }}
          onEnd={onEnd}
        />
      );
    case 'claims':
      return <ClaimsForm card={edit.card} onEnd={onEnd} />;
    case 'rates':
      return <RateSectionForm section={edit.section} card={edit.card} onEnd={onEnd} />;
    case 'radio':
      return (
        <Suspense fallback={<p className="panel-section soft">Opening the radio’s figures …</p>}>
          <DeviceForm device={edit.device} onEnd={onEnd} />
        </Suspense>
      );
    case 'links':
      return radio ? (
        <Suspense fallback={<p className="panel-section soft">Opening the figures …</p>}>
          <RadioForm radio={radio} />
          <div className="panel-section">
            <Button onClick={onEnd}>Back to the register</Button>
          </div>
        </Suspense>
      ) : null;
  }
}

const DeviceForm = lazy(async () => {
  const { DeviceForm } = await import('../../rooftops/radios/device-form.tsx');
  await import('../../rooftops/radios/radios.css');
  return { default: DeviceForm };
});

const RadioForm = lazy(async () => {
  const { RadioForm } = await import('../../rooftops/radios/radio-form.tsx');
  return { default: RadioForm };
});
