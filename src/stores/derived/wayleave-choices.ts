import type { Wayleave } from '../../domain/plan/hub-roof.ts';

/** What an owner may have said, to choose from. */
export const WAYLEAVE_CHOICES: readonly { readonly value: Wayleave; readonly label: string }[] = [
  { value: 'willing', label: 'Willing' },
  { value: 'silent', label: 'Silent: asked, no answer' },
  { value: 'refusing', label: 'Refusing' },
  { value: 'not asked', label: 'Not asked' },
];
