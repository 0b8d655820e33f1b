import { saveRates } from '../../../actions/edit-rates.ts';
import type { RateCard } from '../../../domain/cost/rate-card.ts';
import { readRateDraft } from '../../../stores/derived/rate-draft.ts';
import type { RateSection } from '../../../stores/derived/rate-sections.ts';
import { useApp } from '../../app-provider.tsx';
import { FiguresForm } from './figures-form.tsx';

export interface RateSectionFormProps {
  readonly section: RateSection;
  readonly card: RateCard;
  readonly onEnd: () => void;
}

/** Figures of a rate card that stand together, to edit, with where each is from. One step of undo takes all of it. */
export function RateSectionForm({ section, card, onEnd }: RateSectionFormProps) {
  const context = useApp();
  return (
    <FiguresForm
      section={section}
      card={card}
      saveWords="Save these rates"
      read={(draft) => readRateDraft(draft, section, card)}
      onSave={(edited) => saveRates(context, edited, section.title)}
      onEnd={onEnd}
    />
  );
}
