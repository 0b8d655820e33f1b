/** The table below the map of everything about plans. */
export function PlanTablePanel() {
  return null;
}
