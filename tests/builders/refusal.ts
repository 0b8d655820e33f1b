import { ProjectRefused } from '../../src/formats/project-refused.ts';

/** The refusal that `act` throws; fails where it throws none, or anything else. */
export function refusalOf(act: () => unknown): ProjectRefused {
  try {
    act();
  } catch (error) {
    if (error instanceof ProjectRefused) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** The refusal with which a promise is rejected; fails where it is kept, or broken by anything else. */
export async function refusalFrom(promise: Promise<unknown>): Promise<ProjectRefused> {
  const error = await promise.then(
    () => new Error('It was not refused.'),
    (reason: unknown) => reason,
  );
  if (error instanceof ProjectRefused) return error;
  throw error;
}
