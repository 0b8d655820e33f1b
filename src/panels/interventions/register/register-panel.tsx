import './register.css';
import { useCallback, useMemo, useState } from 'react';
import { REGISTER_PARTS, type RegisterPart } from '../../../stores/derived/register-section.ts';
import { registerSections } from '../../../stores/derived/register-sections.ts';
import { filteredRegister, registerHeadline } from '../../../stores/derived/register-text.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Field } from '../../../ui/field.tsx';
import { useProject, useView } from '../../app-provider.tsx';
import { useKept } from '../../figures/use-kept.ts';
import { RegisterFiles } from './register-files.tsx';
import { RegisterForm } from './register-form.tsx';
import { RegisterSectionView } from './register-section-view.tsx';
import { useGrowing } from './use-growing.ts';

/** Topic 'register': everything that plans are reckoned with, where each figure is from, and what nobody sourced. */
export function RegisterPanel() {
  const { planCard, rates, devices, radio, plans } = useProject(({ project }) => project);
  const planId = useView(({ interventions }) => interventions.planId);
  const plan = plans.find(({ id }) => id === planId) ?? null;
  const [words, setWords] = useState('');
  const [part, setPart] = useState<RegisterPart | null>(null);
  const [onlyAssumed, setOnlyAssumed] = useState(false);
  const { value: editing, set: setEditing } = useKept<string | null>(
    'form open in the register',
    null,
    () => null,
  );
  const all = registerSections(planCard, rates, devices, radio, plan);
  const shown = useMemo(
    () => filteredRegister(all, { words, part, onlyAssumed }),
    [all, words, part, onlyAssumed],
  );
  const count = shown.reduce((sum, { lines }) => sum + lines.length, 0);
  const drawn = useGrowing(shown.length, JSON.stringify([words, part, onlyAssumed]));
  const edited = all.find(({ key }) => key === editing);
  const edit = useCallback((key: string): void => setEditing(() => key), [setEditing]);
  const end = (key: string): void => {
    setEditing(() => null);
    requestAnimationFrame(() => document.getElementById(`edit-${key}`)?.focus());
  };
  if (edited?.edit.kind === 'radio' || edited?.edit.kind === 'links')
    return <RegisterForm section={edited} plan={plan} onEnd={() => end(edited.key)} />;
  return (
    <>
      <section className="headline" aria-labelledby="register-title">
        <h2 id="register-title" className="unseen">
          Register of what plans are reckoned with
        </h2>
        <p className="headline-text">
          <Badge kind="assumed">assumed</Badge> {registerHeadline(all)}
        </p>
        <p className="headline-note">
          Every figure behind costs, weeks and funding, with its source and date. Change any: the plan that is
          open is worked out again.{plan ? '' : ' Levers are listed when a plan is open.'}
        </p>
      </section>
      <search className="panel-section stack register-search">
        <Field label="Find in the register">
          {(ids) => (
            <input
              {...ids}
              type="search"
              className="control"
              autoComplete="off"
              placeholder="wayleave, voucher, Ofcom …"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <Field label="Part">
          {(ids) => (
            <select
              {...ids}
              className="control"
              value={part ?? ''}
              onChange={(event) => {
                setPart(REGISTER_PARTS.find(({ key }) => key === event.target.value)?.key ?? null);
              }}
            >
              <option value="">All of it</option>
              {REGISTER_PARTS.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="check-line">
          <input
            type="checkbox"
            checked={onlyAssumed}
            onChange={(event) => setOnlyAssumed(event.target.checked)}
          />
          Only what nobody sourced
        </label>
        <p className="small soft" role="status">
          {count === 0 ? 'Nothing in the register is so.' : `${count} ${count === 1 ? 'line' : 'lines'}`}
        </p>
      </search>
      <RegisterFiles planCard={planCard} plan={plan} />
      {REGISTER_PARTS.map(({ key, title }) => {
        const sections = shown.slice(0, drawn).filter((section) => section.part === key);
        return sections.length === 0 ? null : (
          <section key={key} aria-labelledby={`register-${key}`} className="register-part">
            <h3 id={`register-${key}`}>{title}</h3>
            {sections.map((section) =>
              editing === section.key ? (
                <RegisterForm
                  key={section.key}
                  section={section}
                  plan={plan}
                  onEnd={() => end(section.key)}
                />
              ) : (
                <RegisterSectionView key={section.key} section={section} onEdit={edit} />
              ),
            )}
          </section>
        );
      })}
    </>
  );
}
