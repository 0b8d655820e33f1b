import { useView } from '../app-provider.tsx';
import { interventionSurface } from './topics.tsx';

/** The table below the map, of the topic that is open. */
export function InterventionsTable() {
  const surface = interventionSurface(useView((state) => state.interventions.topic));
  return <surface.Table />;
}
