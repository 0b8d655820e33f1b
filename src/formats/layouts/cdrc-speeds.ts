import type { SuggestedLayer } from '../../domain/project/role-suggestion.ts';
import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';
import type { TableLook } from './table-look.ts';

/**
 * Broadband indicators by 2011 output area, columns bba + year and month + what: _sfu share with superfast, _uf share
 * with ultrafast, _dow average speed (no coverage). The latest month of each is the layer.
 */
export const cdrcSpeeds: KnownLayout = {
  id: 'cdrc-speeds',
  label: 'CDRC broadband by output area',
  publication: null,
  matches: (look) => layersOf(look).length > 0 && look.codeColumn() !== undefined,
  suggest: (look) => {
    const code = look.codeColumn();
    const layers = layersOf(look);
    return {
      role: 'shares',
      codeKind: code?.areaKind ?? null,
      roles: { code: code?.name },
      layers,
      why: `Broadband shares of ${counted(look.table.rows, 'output area')}: ${layers.map((layer) => `"${layer.column}"`).join(', ')}. Average speeds are not coverage.`,
      alternatives: ['table'],
    };
  },
};

function layersOf(look: TableLook): SuggestedLayer[] {
  return (
    [
      ['ultrafast', /^bba\d{4}_uf$/],
      ['superfast', /^bba\d{4}_sfu$/],
    ] as const
  ).flatMap(([technology, pattern]) => {
    const latest = look
      .like(pattern)
      .map(({ name }) => name)
      .sort()
      .at(-1);
    return latest === undefined
      ? []
      : [
          {
            shape: 'shares' as const,
            technology,
            operator: null,
            confidence: null,
            column: latest,
            measure: 'percent' as const,
            atLeast: null,
          },
        ];
  });
}
