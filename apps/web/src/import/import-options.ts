import type { Aliases, ImportOptions } from './import-types';

/** Options with the server's defaults filled in. */
export interface ChosenOptions {
  mode: NonNullable<ImportOptions['mode']>;
  empty: NonNullable<ImportOptions['empty']>;
  keys: Record<string, string>;
  aliases: Aliases;
  skipProblemRows: boolean;
}

export const optionsOf = ({
  mode = 'create-and-update',
  empty = 'leave',
  keys = {},
  aliases = {},
  skipProblemRows = true,
}: ImportOptions): ChosenOptions => ({ mode, empty, keys: { ...keys }, aliases, skipProblemRows });

const sorted = (map: Record<string, unknown>) => JSON.stringify(Object.entries(map).toSorted());

/** Whether what a check found may be other than it was. Rows with errors are found either way. */
export const needsCheck = (chosen: ChosenOptions, checked: ChosenOptions): boolean =>
  chosen.mode !== checked.mode ||
  chosen.empty !== checked.empty ||
  sorted(chosen.keys) !== sorted(checked.keys) ||
  sorted(chosen.aliases) !== sorted(checked.aliases);

/** Says what a text of the file means; said again, takes it back. */
export function withAlias(aliases: Aliases, field: string, text: string, meant: string): Aliases {
  const { [text]: before, ...others } = aliases[field] ?? {};
  const own = before === meant ? others : { ...others, [text]: meant };
  const { [field]: _own, ...rest } = aliases;
  return Object.keys(own).length > 0 ? { ...rest, [field]: own } : rest;
}
