import { setMetresPerLevel } from '../../actions/set-heights.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import { metresPerLevelOf } from '../../stores/derived/heights-text.ts';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { useApp } from '../app-provider.tsx';

/** Metres taken for a level of the buildings that state no height. */
export function LevelField({ dataset }: { readonly dataset: DatasetRecord }) {
  const context = useApp();
  return (
    <CommittedInput
      label="Metres a level (assumed)"
      hint="Taken where a building states its levels and no height; for all files of buildings."
      inputMode="decimal"
      autoComplete="off"
      value={String(metresPerLevelOf(dataset))}
      onCommit={(text) => setMetresPerLevel(context, Number(text.trim().replace(',', '.') || Number.NaN))}
    />
  );
}
