import type { ImportedTable } from './import-tables.js';

export const quoted = (names: readonly string[], alias = ''): string =>
  names.map((name) => `${alias}"${name}"`).join(', ');

/** CREATE TABLE AS takes no parameters; the id is one the database made. */
export function stageSql(table: ImportedTable, tables: readonly ImportedTable[], importId: string): string {
  const joins = table.references.map(({ name, resource }) => {
    const target = tables.find((other) => other.resource.resource === resource)!;
    return {
      name,
      alias: `k_${target.link}`,
      sql: `left join ${target.link} k_${target.link} on k_${target.link}.line = r.line`,
    };
  });
  const { counted } = table.resource;
  const within = joins.find(({ name }) => name === counted?.within);
  const position =
    table.countedField && within
      ? [`row_number() over (partition by ${within.alias}.id order by r.line)::int as "${counted!.field}"`]
      : [];
  const columns = [
    'r.line',
    ...table.stagedFields((name) => `${joins.find((join) => join.name === name)!.alias}.id`),
    ...joins.map(({ name, alias }) => `${alias}.id as "${name}"`),
    ...position,
  ];
  const given = table.key.flatMap((part) => {
    const join = joins.find(({ name }) => name === part);
    if (join) return [`${join.alias}.id is not null`];
    const field = table.fields.find(({ name }) => name === part);
    return part === table.countedField?.name || field?.emptyStandsFor
      ? []
      : [`r.fields->>'${table.resource.resource}.${part}' is not null`];
  });
  // What is known by its customer alone (bank account, tax number) is given by a row that says anything of it; that two
  // records belong together (a deal and a product) is said by naming both.
  const [only, ...others] = table.key;
  if (others.length === 0 && joins.some(({ name }) => name === only) && table.fields.length > 0)
    given.push(
      `(${table.fields.map(({ name }) => `r.fields->>'${table.resource.resource}.${name}' is not null`).join(' or ')})`,
    );
  return `create temp table ${table.stage} on commit drop as select ${columns.join(', ')} from import_rows r
    ${joins.map(({ sql }) => sql).join(' ')} where r.import_id = '${importId}' and r.problems is null and ${given.join(' and ')}`;
}

/** Tables of the same records that other columns of the row give (联系人1, 联系人2): the same one is made only once. */
export const earlierOfRow = (table: ImportedTable, tables: readonly ImportedTable[]): ImportedTable[] =>
  tables
    .slice(0, tables.indexOf(table))
    .filter(
      ({ resource, key }) =>
        (resource.repeats ?? resource.resource) === table.resource.repeats && `${key}` === `${table.key}`,
    );

export function firstSql(table: ImportedTable, earlier: readonly ImportedTable[]): string {
  const { resource, key } = table;
  const match = [
    ...key.map((part) => `t.${table.columnOf(part)} = s."${part}"`),
    ...table.fixed().map(([column, sql]) => `t.${column} is not distinct from ${sql}`),
    ...(resource.hasRecycleBin ? ['t.deleted_at is null'] : []),
  ];
  const made = earlier.map(
    ({ first }) =>
      `left join ${first} ${first} on ${key.map((part) => `${first}."${part}" = s."${part}"`).join(' and ')}`,
  );
  const known = `coalesce(${['t', ...earlier.map(({ first }) => first)].map((alias) => `${alias}.id`).join(', ')})`;
  return `create temp table ${table.first} on commit drop as
    select distinct on (${quoted(key, 's.')}) s.*, coalesce(${known}, uuidv7()) as id, ${known} is null as is_new,
           count(t.id) over (partition by s.line) as matches
      from ${table.stage} s left join ${resource.table} t on ${match.join(' and ')} ${made.join(' ')} order by ${quoted(key, 's.')}, s.line`;
}

export const linkSql = (table: ImportedTable): string =>
  `create temp table ${table.link} on commit drop as
    select s.line, f.id from ${table.stage} s join ${table.first} f using (${quoted(table.key)})`;
