import type { LayerAnswers } from '../coverage/layer-answers.ts';
import type { AreaTable } from '../geo/area-table.ts';
import type { AnalysisNote } from '../not-spots/analysis.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { AreaPart } from '../project/answer-layer.ts';
import type { DatasetRecord, Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { FileIssue } from '../tables/file-report.ts';
import type { QualityNote } from './quality-note.ts';

/** The data of a project as it is counted. */
export interface QualityInput {
  readonly project: Project;
  /** null: no premises are loaded. */
  readonly placed: {
    readonly dataset: DatasetRecord;
    readonly premises: PremisesTable;
    /** Ward number of each row, −1 outside; rows in two or more wards. */
    readonly membership: { readonly wardOf: Int32Array; readonly overlapped: number };
    readonly answers: ReadonlyMap<string, LayerAnswers>;
    /** What was noticed when the rows were counted. */
    readonly notes: readonly AnalysisNote[];
    /** What was noticed when the rows were placed. */
    readonly issues: readonly FileIssue[];
  } | null;
  /** null: no wards are loaded. */
  readonly wards: { readonly contentId: string; readonly areas: AreaTable } | null;
  areasOf(part: AreaPart): AreaTable;
}

/** Looks for one thing; yields between steps of about 10 ms. */
export type QualityCheck = (input: QualityInput) => Generator<WorkStep, readonly QualityNote[]>;
