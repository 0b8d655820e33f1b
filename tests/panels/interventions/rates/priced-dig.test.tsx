import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openDesign } from '../../../../src/actions/set-interventions-view.ts';
import { setRates } from '../../../../src/actions/set-rates.ts';
import { DEFAULT_RATES } from '../../../../src/domain/cost/default-rates.ts';
import { RatesPanel } from '../../../../src/panels/interventions/rates/rates-panel.tsx';
import { FULL_DESIGN } from '../../../builders/dig-designs.ts';
import { renderPanel } from '../../../builders/panel.tsx';

describe('the rates panel while a dig is open', () => {
  afterEach(cleanup);

  it('says what the dig comes to, that an earlier price is earlier, and leads back', () => {
    const { context } = renderPanel(<RatesPanel />, null, (app) => {
      const { change, project } = app.project.getState();
      change('Opened', { kind: 'insert', list: 'designs', at: project.designs.length, item: FULL_DESIGN });
      openDesign(app, FULL_DESIGN.id);
    });
    const title = screen.getByRole('heading', { name: FULL_DESIGN.name });
    const section = title.closest('section') as HTMLElement;
    expect(section.textContent).toMatch(/£[\d,]+ to build, for /);
    expect(section.textContent).not.toContain('earlier');
    act(() => setRates(context, { ...DEFAULT_RATES, termYears: { value: 30, source: null } }));
    expect(section.textContent).toContain('earlier');
    fireEvent.click(screen.getByRole('button', { name: 'Go to this dig' }));
    expect(context.view.getState().interventions).toMatchObject({ topic: 'dig', designId: FULL_DESIGN.id });
  });
});
