import type { Answer } from '../../domain/verdict/answer-counts.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

/** An answer as a sign: outline, filling and drawing differ, so that not knowing never looks like no. */
export function AnswerMark({ answer }: { readonly answer: Answer }) {
  return (
    <span className={`answer-mark answer-${answer}`}>
      <Icon name={SIGNS[answer]} size={16} />
    </span>
  );
}

const SIGNS: Record<Answer, IconName> = {
  yes: 'done',
  perhaps: 'perhaps',
  no: 'close',
  share: 'part',
  'not-known': 'question',
  mixed: 'part',
};
