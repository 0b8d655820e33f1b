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
