import { useEffect } from 'react';
import { useStore } from 'zustand';
import { findDigGround, findDigPremises, shownGround } from '../../actions/find-dig-ground.ts';
import type { DigGround } from '../../domain/dig/dig-ground.ts';
import type { Selection } from '../../domain/project/selection.ts';
import { useApp, useProject } from '../app-provider.tsx';

/** Has the premises asked for counted, and what lies around them found; streets and fibre points there, once known. */
export function useAskedGround(selection: Selection | null, onlyNotSpots: boolean): DigGround | null {
  const context = useApp();
  const { datasets, layers, recipes, view } = useProject((state) => state.project);
  const box = useStore(context.studies['dig-premises'], ({ answer }) => answer?.box);
  useStore(context.studies['dig-ground']);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data or another definition is another count.
  useEffect(() => {
    if (selection) void findDigPremises(context, { selection, onlyNotSpots });
  }, [context, selection, onlyNotSpots, datasets, layers, recipes, view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: around other premises lie other streets and fibre points.
  useEffect(() => {
    void findDigGround(context);
  }, [context, box, datasets]);
  return shownGround(context);
}
