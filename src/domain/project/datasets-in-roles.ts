import type { LayerRecord } from '../coverage/layer.ts';
import { recordReading, recordsFromTable } from '../coverage/records-from-table.ts';
import { shareReading, sharesFromTable } from '../coverage/shares-from-table.ts';
import type { AreaTable } from '../geo/area-table.ts';
import { vintageWords } from '../geo/area-vintage.ts';
import { areasFromTable } from '../geo/areas-from-table.ts';
import { planFileIssues } from '../plan/plan-file-issues.ts';
import { type LivePostcodes, livePostcodes } from '../premises/live-postcodes.ts';
import { isPlacedByAreas } from '../premises/place-in-areas.ts';
import { positionIssues } from '../premises/positions-agree.ts';
import { premisesFromTable } from '../premises/premises-from-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { SummedTable } from '../premises/sum-by-area.ts';
import { restrictionIssues } from '../streets/restriction-issues.ts';
import { type FileIssue, FileRefused } from '../tables/file-report.ts';
import { rowsWhere } from '../tables/rows-where.ts';
import { type AreaPart, isAreaDataset } from './answer-layer.ts';
import { keyOf, partKey } from './derived-keys.ts';
import { lackingInRole } from './lacking-in-role.ts';
import { LoadedContents } from './loaded-contents.ts';
import {
  type PlacedPremises,
  placedPremises,
  placingColumn,
  type Shapes,
  shapesFor,
  summedRows,
} from './placed-premises.ts';
import { type DatasetRecord, isBackdrop, type LiveList, type Project } from './project.ts';

/** Loaded files read in the roles that a project gives them: each once, until what it is made of is forgotten. */
export class DatasetsInRoles extends LoadedContents {
  /** A dataset's premises; those without coordinates are placed by the shapes loaded in `project`. */
  premisesOf(dataset: DatasetRecord, project?: Project): PremisesTable {
    return this.isPlacedByAreas(dataset)
      ? this.placedByAreas(dataset, project).premises
      : this.premisesRead(dataset).premises;
  }

  areasOf(part: AreaPart): AreaTable {
    return this.areasRead(part).areas;
  }

  /**
   * What was noticed when a file is read in its role: rows without a place, ids that stand twice, values that are none.
   * A role that the file cannot play is an issue too.
   */
  issuesInRole(dataset: DatasetRecord, layers: readonly LayerRecord[]): readonly FileIssue[] {
    try {
      const own = layers.filter((layer) => layer.contentId === dataset.contentId);
      const issues = own.flatMap((layer) => this.layerIssues(layer, dataset));
      if (dataset.role === 'premises' && this.isPlacedByAreas(dataset))
        return [...this.summed(dataset).issues, ...issues];
      if (dataset.role === 'premises') {
        const read = this.premisesRead(dataset);
        return [...read.issues, ...positionIssues(read.premises), ...issues];
      }
      const lack = lackingInRole(dataset, this.tableAsRead(dataset.contentId));
      if (lack) throw new RangeError(lack);
      if (dataset.role === 'restrictions')
        return restrictionIssues({ table: this.table(dataset.contentId), roles: dataset.roles });
      if (dataset.role === 'roof access' || dataset.role === 'planned excavations')
        return planFileIssues(dataset, this.table(dataset.contentId));
      const hasAreas = this.table(dataset.contentId).geometry.polygons !== null;
      const asAreas = hasAreas && !isBackdrop(dataset.role) && dataset.role !== 'table';
      return asAreas ? [...this.areasRead(dataset).issues, ...issues] : issues;
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof FileRefused)) throw error;
      const message = `${dataset.fileName} cannot be used as ${dataset.role}: ${error.message}`;
      return [{ code: 'NO_ROLE', outcome: 'note', message, count: 1, examples: [] }];
    }
  }

  /** Rows of a premises file that have a place (or the code of one) and are counted. */
  rowsPlaced(dataset: DatasetRecord): number {
    if (this.isPlacedByAreas(dataset)) return this.summed(dataset).rowsUsed;
    return this.premisesRead(dataset).premises.count;
  }

  protected isPlacedByAreas(dataset: DatasetRecord): boolean {
    return isPlacedByAreas(this.table(dataset.contentId), dataset.roles);
  }

  protected summed(dataset: DatasetRecord): SummedTable {
    return this.derived.once(keyOf('summed', dataset), () =>
      summedRows(this.table(dataset.contentId), dataset),
    );
  }

  protected placedByAreas(dataset: DatasetRecord, project?: Project): PlacedPremises & { key: string } {
    const summed = this.summed(dataset);
    const loaded = (project?.datasets ?? [])
      .filter((one) => isAreaDataset(one) && this.table(one.contentId).geometry.polygons !== null)
      .map((one) => ({
        areas: this.areasOf(one),
        fileName: one.fileName,
        vintage: vintageWords(one.roles.code ?? '') ?? one.vintage ?? null,
        key: keyOf('areas', one),
      }));
    const shapes = this.derived.once(
      `shapes ${keyOf('summed', dataset)} ${loaded.map(({ key }) => key).join(' ')}`,
      () => shapesFor(summed.table, placingColumn(dataset), loaded) as (Shapes & { key: string }) | null,
    );
    const key = `${keyOf('placed', dataset)} ${shapes?.key ?? ''}`;
    return this.derived.once(key, () => ({ ...placedPremises(summed, dataset, shapes), key }));
  }

  private premisesRead(dataset: DatasetRecord): ReturnType<typeof premisesFromTable> {
    const { liveList } = dataset;
    return this.derived.once(keyOf('premises', dataset), () =>
      premisesFromTable(this.table(dataset.contentId), dataset.roles, dataset.unit ?? 'premises', {
        live: liveList && this.has(liveList.contentId) ? this.livePostcodes(liveList) : undefined,
      }),
    );
  }

  private areasRead({ contentId, roles, where = [] }: AreaPart): ReturnType<typeof areasFromTable> {
    return this.derived.once(partKey('areas', { contentId, roles, where }), () =>
      areasFromTable(rowsWhere(this.table(contentId), where), roles),
    );
  }

  protected livePostcodes({ contentId, column }: LiveList): LivePostcodes {
    return this.derived.once(`live list ${JSON.stringify({ contentId, column })}`, () =>
      livePostcodes(this.table(contentId), column),
    );
  }

  private layerIssues(layer: LayerRecord, dataset: DatasetRecord): FileIssue[] {
    const table = this.table(layer.contentId);
    const { roles } = dataset;
    if (layer.shape === 'records')
      return recordsFromTable(table, roles.id ?? roles.code ?? '', layer.column ?? '', recordReading(layer))
        .issues;
    if (layer.shape === 'shares')
      return sharesFromTable(
        rowsWhere(table, layer.where ?? []),
        roles.code ?? roles.id ?? '',
        layer.column ?? '',
        layer.measure ?? 'percent',
        shareReading(layer),
      ).issues;
    return [];
  }
}
