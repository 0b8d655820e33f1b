import './rooftops.css';
import { setRelief } from '../../actions/set-rooftops-view.ts';
import { footprintsDrawn } from '../../stores/derived/footprints-drawn.ts';
import { useApp, useProject, useView } from '../app-provider.tsx';

/** On the map: draws roofs with their heights. Only where buildings are loaded. */
export function ReliefButton() {
  const context = useApp();
  const hasRoofs = useProject(({ project }) => footprintsDrawn(project) !== null);
  const isRelief = useView(({ rooftops }) => rooftops.isRelief);
  if (!hasRoofs) return null;
  return (
    <button
      type="button"
      className="relief-button"
      aria-pressed={isRelief}
      aria-label="Roofs in 3-D"
      title="Roofs in 3-D: Page up and Page down tilt the map"
      onClick={() => setRelief(context, !isRelief)}
    >
      3-D
    </button>
  );
}
