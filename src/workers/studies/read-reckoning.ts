import type { Register } from '../../domain/plan/register.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { readDeviceCatalogue } from '../../formats/device-catalogue.ts';
import { readRateCard } from '../../formats/read-rate-card.ts';
import { readRegister } from '../../formats/read-register.ts';
import { withoutLongTexts } from '../../formats/reckoning-limits.ts';
import type { StudyBench } from '../study-bench.ts';

/** A file that may hold what plans are reckoned with: a whole register, a rate card, or radios. */
export interface ReadReckoningQuestion {
  readonly kind: keyof typeof READERS;
  readonly bytes: ArrayBuffer;
  readonly fileName: string;
}

/**
 * The parts of a register that a file holds; nothing of the project is asked for. Throws RateCardRefused, for radios
 * DeviceCatalogueRefused.
 */
export function* study(
  _bench: StudyBench,
  _project: Project,
  { kind, bytes, fileName }: ReadReckoningQuestion,
): Generator<WorkStep, Partial<Register>> {
  yield { what: `Reading ${fileName}`, fraction: 0.2 };
  const parts = READERS[kind](new Uint8Array(bytes), fileName);
  return withoutLongTexts<Partial<Register>>(parts, fileName);
}

const READERS = {
  register: readRegister,
  rates: (bytes: Uint8Array, fileName: string) => ({ rates: readRateCard(bytes, fileName) }),
  radios: (bytes: Uint8Array, fileName: string) => ({
    devices: readDeviceCatalogue(new TextDecoder().decode(bytes), fileName),
  }),
} as const;
