import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { RecipeControl } from '../../../src/panels/not-spots/recipe-control.tsx';
import { THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';

describe('the recipe control', () => {
  afterEach(cleanup);

  it('chooses one of the project’s definitions as a step of undo', () => {
    const { context } = renderPanel(<RecipeControl />, THREE_WARDS);
    fireEvent.change(screen.getByLabelText('Definition'), { target: { value: 'second' } });
    expect(context.project.getState().project.view.recipeId).toBe('second');
    expect(context.project.getState().done.at(-1)?.label).toContain('No gigabit');
  });

  it('goes from any operator to all operators with one choice', () => {
    const { context } = renderPanel(<RecipeControl />, THREE_WARDS);
    fireEvent.change(screen.getByLabelText('Service 2: from how many operators'), {
      target: { value: 'all' },
    });
    expect(inForce(context)).toBe('no gigabit and 5g < all operators');
    fireEvent.change(screen.getByLabelText('All of them lacking, or any'), { target: { value: 'or' } });
    expect(inForce(context)).toBe('no gigabit or 5g < all operators');
    fireEvent.click(screen.getByRole('button', { name: 'Remove gigabit from the definition' }));
    expect(inForce(context)).toBe('5g < all operators');
  });

  it('names a service to remove as it is written, 5G in capitals', () => {
    renderPanel(<RecipeControl />, THREE_WARDS);
    expect(screen.getByRole('button', { name: 'Remove 5G from the definition' })).toBeTruthy();
  });

  it('lists a definition put together from choices in words', () => {
    renderPanel(<RecipeControl />, THREE_WARDS);
    fireEvent.change(screen.getByLabelText('Service 2: from how many operators'), {
      target: { value: 'all' },
    });
    const { options } = screen.getByLabelText('Definition') as HTMLSelectElement;
    expect(options[options.length - 1].textContent).toMatch(/^No gigabit and .*5G[^<]*$/);
  });

  it('offers technologies and single layers by name', () => {
    renderPanel(<RecipeControl />, THREE_WARDS);
    const options = [...(screen.getByLabelText('Service 1') as HTMLSelectElement).options].map(
      (option) => option.textContent,
    );
    expect(options).toEqual(['gigabit', '5G', '5G, Plover', '5G, Dunlin']);
  });

  it('says what the words mean while they are typed, and applies only on request', async () => {
    const { context } = renderPanel(<RecipeControl />, THREE_WARDS);
    const field = await recipeField();
    fireEvent.change(field, { target: { value: '5g < 2 operators' } });
    expect(document.body.textContent).toContain('5G from fewer than two operators');
    expect(inForce(context)).toBe('no gigabit and no 5g');
    fireEvent.submit(field);
    expect(inForce(context)).toBe('5g < 2 operators');
  });

  it('names what is wrong and where, and does not apply it', async () => {
    const { context } = renderPanel(<RecipeControl />, THREE_WARDS);
    const field = await recipeField();
    fireEvent.change(field, { target: { value: 'no gigabit and no magic' } });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const error = document.getElementById(field.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '');
    expect(error?.textContent).toContain('"magic"');
    expect(error?.textContent).toContain('gigabit, 5g');
    expect(document.querySelector('mark')?.textContent).toBe('m');
    expect((screen.getByRole('button', { name: 'Apply the recipe' }) as HTMLButtonElement).disabled).toBe(
      true,
    );
    fireEvent.submit(field);
    expect(context.project.getState().done).toEqual([]);
  });

  it.each(['<script>alert(1)</script>', '💥', '((((((', 'no '.repeat(700), ''])(
    'keeps hostile text as text: %s',
    async (text) => {
      renderPanel(<RecipeControl />, THREE_WARDS);
      fireEvent.change(await recipeField(), { target: { value: text } });
      expect((await recipeField()).getAttribute('aria-invalid')).toBe('true');
      expect(document.querySelector('.recipe script')).toBeNull();
    },
  );

  it('adds a suggested name where it fits', async () => {
    renderPanel(<RecipeControl />, THREE_WARDS);
    fireEvent.change(await recipeField(), { target: { value: 'no gigabit or no' } });
    fireEvent.click(screen.getByRole('button', { name: /^5g-plover/ }));
    expect(((await recipeField()) as HTMLInputElement).value).toBe('no gigabit or no 5g-plover');
  });
});

/** The field is not in the page before its disclosure is open, and fetched when it first is. */
async function recipeField(): Promise<HTMLElement> {
  const details = screen.getByText('Write it in words').closest('details');
  if (details && !details.open) {
    expect(screen.queryByLabelText('Recipe')).toBeNull();
    details.open = true;
    fireEvent(details, new Event('toggle'));
  }
  return screen.findByLabelText('Recipe', {}, { timeout: 10_000 });
}

function inForce(context: ReturnType<typeof renderPanel>['context']): string | undefined {
  const { project } = context.project.getState();
  return project.recipes.find((recipe) => recipe.id === project.view.recipeId)?.text;
}
