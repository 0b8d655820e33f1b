import type { DatasetRecord } from './project.ts';
import type { Role } from './role.ts';

/** Only one file gives the wards, and one the premises. */
export function steppedBack(earlier: DatasetRecord, role: Role): DatasetRecord {
  if (earlier.role !== role) return earlier;
  if (role === 'wards') return { ...earlier, role: 'areas' };
  return role === 'premises' ? { ...earlier, role: 'table' } : earlier;
}
