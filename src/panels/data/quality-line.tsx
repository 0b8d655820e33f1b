import { useStore } from 'zustand';
import { goTo } from '../../actions/set-view.ts';
import { qualitySummary } from '../../stores/derived/quality-lines.ts';
import { Icon } from '../../ui/icon.tsx';
import { useApp } from '../app-provider.tsx';
import { onceThere } from '../once-there.ts';

/** One line by the headline that leads to the notes on the data. */
export function QualityLine() {
  const context = useApp();
  const words = useStore(context.quality, ({ report }) => qualitySummary(report));
  if (words === null) return null;
  const goToNotes = (): void => {
    goTo(context, 'data');
    onceThere('quality', (notes) => {
      notes.scrollIntoView({ block: 'start' });
      notes.focus({ preventScroll: true });
    });
  };
  return (
    <p className="quality-line">
      <Icon name="info" size={16} />{' '}
      <button type="button" className="link" onClick={goToNotes}>
        {words}
      </button>
    </p>
  );
}
