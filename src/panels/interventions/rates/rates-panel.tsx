import './rates.css';
import { ratesText } from '../../../stores/derived/rate-lines.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useProject, useView } from '../../app-provider.tsx';
import { useKept } from '../../figures/use-kept.ts';
import { CardForm } from './card-form.tsx';
import { PricedDig } from './priced-dig.tsx';
import { RateFiles } from './rate-files.tsx';
import { RateSectionForm } from './rate-section-form.tsx';
import { RateSectionView } from './rate-section-view.tsx';

/** Topic 'rates': what things cost, with where each figure is from; every one can be changed. */
export function RatesPanel() {
  const text = ratesText(useProject(({ project }) => project.rates));
  const designId = useView((state) => state.interventions.designId);
  const design = useProject(({ project }) => project.designs.find(({ id }) => id === designId));
  const { value: editing, set: setEditing } = useKept<string | null>(
    'form open in the rates',
    null,
    () => null,
  );
  const { card, isShipped, sections } = text;
  const end = (key: string): void => {
    setEditing(() => null);
    requestAnimationFrame(() => document.getElementById(`edit-rates-${key}`)?.focus());
  };
  return (
    <>
      <section className="headline" aria-labelledby="rates-title">
        <h2 id="rates-title" className="unseen">
          Rates
        </h2>
        <p className="headline-text anywhere">
          Digs are priced with <strong>{card.name}</strong>
          {isShipped ? ', which come with Notspot' : ''}.
        </p>
        <p>
          <Badge kind="assumed">assumed</Badge> {text.assumed}
        </p>
        <p className="headline-note">{text.noTable}</p>
        <Disclosure summary="Price base, and how ranges add" className="small">
          <div className="stack">
            <p>{text.priceBase}</p>
            <p>{text.howRangesAdd}</p>
          </div>
        </Disclosure>
      </section>
      {design ? <PricedDig key={design.id} design={design} card={card} /> : null}
      <RateFiles card={card} isShipped={isShipped} />
      {sections.map((lines) => {
        const { key } = lines.section;
        return editing === key ? (
          <RateSectionForm key={key} section={lines.section} card={card} onEnd={() => end(key)} />
        ) : (
          <RateSectionView key={key} lines={lines} card={card} onEdit={() => setEditing(() => key)} />
        );
      })}
      <CardForm card={card} />
    </>
  );
}
