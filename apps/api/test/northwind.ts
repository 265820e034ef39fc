/** Rows of the INSERT statements of an SQL script, by table, with the columns of its CREATE TABLE statements. */
export function sqlTables(script: string): Map<string, string[][]> {
  const tables = new Map<string, string[][]>();
  for (const [, name, body] of script.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n\);/g)) {
    const columns = [...body!.matchAll(/^\s{4}"?(\w+)"? /gm)]
      .map(([, column]) => column!)
      .filter((column) => !['PRIMARY', 'FOREIGN', 'CONSTRAINT'].includes(column));
    tables.set(name!, [columns]);
  }
  for (const [, name, values] of script.matchAll(/^INSERT INTO (\w+) VALUES \((.*)\);\s*$/gm))
    tables.get(name!)?.push(sqlValues(values!));
  return tables;
}

function sqlValues(text: string): string[] {
  return [...text.matchAll(/'((?:[^']|'')*)'|([^,\s][^,]*)/g)].map(([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    return bare!.trim() === 'NULL' ? '' : bare!.trim();
  });
}

export const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
