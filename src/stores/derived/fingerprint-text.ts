import { type Fingerprints, shortHash } from '../../domain/project/fingerprints.ts';

/** "Inputs 0f3c… · project 77ab…": what a person compares by eye. */
export function fingerprintLine({ inputs, project }: Fingerprints): string {
  return `Inputs ${shortHash(inputs)} · project ${shortHash(project)}`;
}

/** Both whole, to be pasted beside numbers. */
export function fingerprintsInFull({ inputs, project }: Fingerprints): string {
  return `Inputs SHA-256 ${inputs}\nProject SHA-256 ${project}`;
}
