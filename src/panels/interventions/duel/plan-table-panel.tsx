import { lazy } from 'react';
import { useView } from '../../app-provider.tsx';
import { PlacesTable } from '../plan-maps/places-table.tsx';

const CheapestTable = lazy(async () => {
  const { CheapestTable } = await import('../cheapest/cheapest-table.tsx');
  return { default: CheapestTable };
});
const ChangesTable = lazy(async () => {
  const { ChangesTable } = await import('../compare-plans/changes-table.tsx');
  return { default: ChangesTable };
});

/** The table below the map of everything about plans: it says what the maps draw. */
export function PlanTablePanel() {
  const topic = useView((state) => state.interventions.topic);
  if (topic === 'cheapest') return <CheapestTable />;
  return topic === 'compare-plans' ? <ChangesTable /> : <PlacesTable />;
}
