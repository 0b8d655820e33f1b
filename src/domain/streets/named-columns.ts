import { cellNumber } from '../tables/number-cell.ts';
import { columnNamed } from '../tables/source-table.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import type { NetworkFile } from './network-files.ts';

/** Columns by their names in any case, with spaces, dashes or underscores; or by the role a person gave them. */
export class NamedColumns {
  private readonly byName = new Map<string, TextColumn>();
  private readonly byRole = new Map<keyof NetworkFile['roles'], TextColumn>();

  constructor({ table, roles }: Pick<NetworkFile, 'table' | 'roles'>) {
    for (const column of table.columns) {
      const name = foldedName(column.name);
      if (!this.byName.has(name)) this.byName.set(name, column);
    }
    for (const [role, name] of Object.entries(roles)) {
      const column = columnNamed(table.columns, name);
      if (column) this.byRole.set(role as keyof NetworkFile['roles'], column);
    }
  }

  /** Whether there is a column of any of these names. */
  any(...names: readonly string[]): boolean {
    return names.some((name) => this.byName.has(name));
  }

  has(role: keyof NetworkFile['roles']): boolean {
    return this.byRole.has(role);
  }

  /** The trimmed cell of the first of these columns (lower case, underscores) that holds anything; '' where none does. */
  text(row: number, ...names: readonly string[]): string {
    for (const name of names) {
      const column = this.byName.get(name);
      const text = column ? cellText(column, row).trim() : '';
      if (text !== '') return text;
    }
    return '';
  }

  /** The trimmed cell of the column with a role; '' where none has it. */
  role(row: number, which: keyof NetworkFile['roles']): string {
    const column = this.byRole.get(which);
    return column ? cellText(column, row).trim() : '';
  }

  /** The number by role, else by the first of these columns that holds one; null: none. */
  number(row: number, which: keyof NetworkFile['roles'], ...names: readonly string[]): number | null {
    for (const column of [this.byRole.get(which), ...names.map((name) => this.byName.get(name))]) {
      const number = column ? cellNumber(column, row) : Number.NaN;
      if (!Number.isNaN(number)) return number;
    }
    return null;
  }
}

function foldedName(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** Yes, no, or null for what is blank or says neither. A bridge's own kind ("viaduct") and hours are a yes. */
export function yesOrNo(text: string): boolean | null {
  if (text === '' || /^(?:unknown|not known|n\/a|\?)$/i.test(text)) return null;
  return !/^(?:no|n|false|0|none)$/i.test(text);
}
