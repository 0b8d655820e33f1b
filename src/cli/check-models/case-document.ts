import { CaseFileFault } from './case-file-fault.ts';

/** A JSON object as a case file has it; members are checked when they are read. */
export type CaseObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object that is no list. */
export function isObject(value: unknown): value is CaseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The finite number of a member. Throws CaseFileFault where there is none. */
export function numberOf(object: CaseObject, member: string, where: string): number {
  const value = object[member];
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new CaseFileFault('NO_FIGURE', `${where} has no number in ${member}.`);
  return value;
}

/** A member that is a list of finite numbers. Throws CaseFileFault where it is none. */
export function numbersOf(object: CaseObject, member: string, where: string): readonly number[] {
  const value = object[member];
  if (!Array.isArray(value) || !value.every((one) => Number.isFinite(one)))
    throw new CaseFileFault('NO_FIGURE', `${where} has no list of numbers in ${member}.`);
  return value;
}

/** A member that is a list of objects; an empty list where it is none. */
export function objectsOf(object: CaseObject, member: string): readonly CaseObject[] {
  const value = object[member];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Whether a case says of itself that it is not to be asserted. */
export function isAside(object: CaseObject): boolean {
  return object.assert !== undefined && object.assert !== 'yes' && object.assert !== true;
}
