import { useView } from '../app-provider.tsx';
import { rooftopSurface } from './topics.tsx';

/** The table below the map, of the topic that is open. */
export function RooftopsTable() {
  const surface = rooftopSurface(useView((state) => state.rooftops.topic));
  return <surface.Table />;
}
