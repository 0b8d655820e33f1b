import type { Change } from './change.ts';
import type { Project } from './project.ts';

/** The project after a change, and the change that takes it back. */
export interface Applied {
  readonly project: Project;
  readonly inverse: Change;
}

/**
 * The only way a project changes. Pure: the project given is untouched, and applying `inverse` to the result gives an
 * equal project back. Throws RangeError when a position is not in the list, with nothing changed.
 */
export function applyChange(project: Project, change: Change): Applied {
  switch (change.kind) {
    case 'insert': {
      const list = project[change.list];
      checkPosition(change.at, list.length, change.list);
      return {
        project: {
          ...project,
          [change.list]: [...list.slice(0, change.at), change.item, ...list.slice(change.at)],
        },
        inverse: { kind: 'remove', list: change.list, at: change.at },
      };
    }
    case 'remove': {
      const list = project[change.list];
      checkPosition(change.at, list.length - 1, change.list);
      return {
        project: { ...project, [change.list]: [...list.slice(0, change.at), ...list.slice(change.at + 1)] },
        inverse: { kind: 'insert', list: change.list, at: change.at, item: list[change.at] },
      };
    }
    case 'replace': {
      const list = project[change.list];
      checkPosition(change.at, list.length - 1, change.list);
      return {
        project: { ...project, [change.list]: list.map((item, i) => (i === change.at ? change.item : item)) },
        inverse: { kind: 'replace', list: change.list, at: change.at, item: list[change.at] },
      };
    }
    case 'set-view':
      return {
        project: { ...project, view: change.view },
        inverse: { kind: 'set-view', view: project.view },
      };
    case 'set-name':
      return {
        project: { ...project, name: change.name, fictional: change.fictional },
        inverse: { kind: 'set-name', name: project.name, fictional: project.fictional },
      };
    case 'set-assumptions':
      return {
        project: { ...project, assumptions: change.assumptions },
        inverse: { kind: 'set-assumptions', assumptions: project.assumptions },
      };
    case 'set-need': {
      const { need: before, ...rest } = project;
      return {
        project: change.need ? { ...rest, need: change.need } : rest,
        inverse: { kind: 'set-need', need: before ?? null },
      };
    }
    case 'set-radio': {
      const { radio: before, ...rest } = project;
      return {
        project: change.radio ? { ...rest, radio: change.radio } : rest,
        inverse: { kind: 'set-radio', radio: before ?? null },
      };
    }
    case 'set-rates': {
      const { rates: before, ...rest } = project;
      return {
        project: change.rates ? { ...rest, rates: change.rates } : rest,
        inverse: { kind: 'set-rates', rates: before ?? null },
      };
    }
    case 'set-plan-card': {
      const { planCard: before, ...rest } = project;
      return {
        project: change.planCard ? { ...rest, planCard: change.planCard } : rest,
        inverse: { kind: 'set-plan-card', planCard: before ?? null },
      };
    }
    case 'set-project':
      return { project: change.project, inverse: { kind: 'set-project', project } };
    case 'all': {
      const inverses: Change[] = [];
      let current = project;
      for (const part of change.changes) {
        const applied = applyChange(current, part);
        current = applied.project;
        inverses.unshift(applied.inverse);
      }
      return { project: current, inverse: { kind: 'all', changes: inverses } };
    }
  }
}

function checkPosition(at: number, last: number, list: string): void {
  if (!(Number.isInteger(at) && at >= 0 && at <= last))
    throw new RangeError(`There is no place ${at} among the ${list}.`);
}
