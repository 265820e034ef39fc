import type { Actor } from '../../../platform/auth/actor.js';
import { readListRequest, type RawQuery } from '../../../platform/lists/list-request.js';
import { conditions, Parameters } from '../../../platform/lists/list-sql.js';
import { opportunityList } from '../opportunity.list.js';
import { dimension, type AnalysisDimension } from './analysis-dimensions.js';

export const MOST_GROUPS = 1_000;

export interface AnalysisQuery {
  readonly from: string;
  readonly where: string;
  /** `id as "key_owner", name as "name_owner"` of each angle. */
  readonly keys: readonly string[];
  /** Group by and order by of the angles. */
  readonly groups: readonly string[];
  readonly parameters: Parameters;
}

/**
 * The deals that the filters leave, within the caller's scope, as every analysis starts from them. With an angle that has
 * several values a deal (product, competitor) it is one row for each, never two for the same: rows can be counted.
 */
export function analysisQuery(
  filters: RawQuery,
  names: readonly AnalysisDimension[],
  actor: Actor,
): AnalysisQuery {
  const parameters = new Parameters();
  const where = conditions(
    opportunityList,
    readListRequest(opportunityList, filters, actor),
    actor,
    parameters,
  );
  const joins = names.map((name) => dimension(name).joins ?? '').join(' ');
  return {
    // Without the list's own joins: filters and scope need none of them, and they would keep the board's index from being all.
    from: `${opportunityList.table} join pipeline_stages s on s.id = o.stage_id ${joins}`,
    where: where.join(' and '),
    keys: names.flatMap((name) => {
      const { id, name: word = id } = dimension(name);
      return [`${id} as "key_${name}"`, `${word} as "name_${name}"`];
    }),
    groups: names.flatMap((name) => [`"key_${name}"`, `"name_${name}"`]),
    parameters,
  };
}

export interface AnalysisKey {
  readonly id: string | null;
  readonly name: string | null;
}

type KeyedRow = Record<string, unknown>;

/** Takes the angles out of a row: what is left are its figures. */
export function keyed<T>(
  row: KeyedRow,
  names: readonly AnalysisDimension[],
): T & { keys: Record<string, AnalysisKey> } {
  const figures = { ...row };
  const keys = Object.fromEntries(
    names.map((name) => {
      const key = {
        id: (row[`key_${name}`] as string | null) ?? null,
        name: (row[`name_${name}`] as string | null) ?? null,
      };
      delete figures[`key_${name}`];
      delete figures[`name_${name}`];
      return [name, key];
    }),
  );
  return { ...(figures as T), keys };
}
