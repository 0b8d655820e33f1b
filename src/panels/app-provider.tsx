import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppContext } from '../actions/app-context.ts';
import type { AnalysisState } from '../stores/analysis-store.ts';
import type { ImportState } from '../stores/import-store.ts';
import type { ProjectState } from '../stores/project-store.ts';
import type { ViewState } from '../stores/view-store.ts';

const Context = createContext<AppContext | null>(null);

/** Gives the panels below it the stores and what actions need. */
export function AppProvider({
  context,
  children,
}: {
  readonly context: AppContext;
  readonly children: ReactNode;
}) {
  return <Context value={context}>{children}</Context>;
}

/** What actions work on. Throws outside an AppProvider. */
export function useApp(): AppContext {
  const context = useContext(Context);
  if (!context) throw new Error('There is no AppProvider above this panel.');
  return context;
}

/** A part of the project's state; the panel draws again when that part changes. */
export function useProject<Part>(select: (state: ProjectState) => Part): Part {
  return useStore(useApp().project, select);
}

export function useAnalysis<Part>(select: (state: AnalysisState) => Part): Part {
  return useStore(useApp().analysis, select);
}

export function useView<Part>(select: (state: ViewState) => Part): Part {
  return useStore(useApp().view, select);
}

export function useImports<Part>(select: (state: ImportState) => Part): Part {
  return useStore(useApp().imports, select);
}
