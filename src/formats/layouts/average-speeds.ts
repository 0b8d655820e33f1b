import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';
import { kindPlural } from './table-look.ts';

/** Average or median speeds by area, in long form: what lines carried on average, not what premises can get. */
export const averageSpeeds: KnownLayout = {
  id: 'average-speeds',
  label: 'Average speeds by area',
  publication: null,
  matches: (look) => {
    if (look.table.geometry.polygons || look.hasPlaces() || look.codeColumns().length === 0) return false;
    const indicator = look.named('indicator', 'measure_name', 'variable', 'statistic');
    const says =
      indicator &&
      [...indicator.texts].every((text) => /average|mean|median/i.test(text) && /speed/i.test(text));
    return Boolean(says && look.named('value', 'observation', 'average', 'obs_value'));
  },
  suggest: (look) => {
    const code = look.codeColumns()[0];
    return {
      role: 'table',
      codeKind: code.areaKind,
      roles: { code: code.name },
      why: `Average speeds of ${counted(look.table.rows, code.areaKind, kindPlural(code.areaKind))}: an average speed is not coverage, so nothing is counted from it.`,
      alternatives: ['context'],
    };
  },
};
