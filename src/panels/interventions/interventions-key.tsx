import { useView } from '../app-provider.tsx';
import { DigKey } from './dig-key.tsx';
import { PlanKey } from './plan-maps/plan-key.tsx';

/** In the map's corner: what is drawn of the open plan, or of the open dig. */
export function InterventionsKey() {
  const isDig = useView(({ interventions: { topic } }) => topic === 'dig' || topic === 'rates');
  return isDig ? <DigKey /> : <PlanKey />;
}
