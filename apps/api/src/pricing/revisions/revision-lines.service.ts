import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import type { FieldProblem } from '../../platform/errors/domain-error.js';
import { adjustStatement } from './price-adjustment.js';
import { TooManyLinesError } from './price-revision.errors.js';
import { openRevision, touchRevision } from './open-revision.js';
import type { AdjustedDto, AdjustPricesDto, PutRevisionLinesDto } from './revision-line.dto.js';

/** A person cannot review more, and the version she sees is stored whole. */
export const MOST_LINES = 5_000;

/** Unit and sale units of what the lines name: `unit` empty where the product has none. */
const CHECK = `
  select n.position - 1 as line, p.id is not null as "isKnown", exists (select 1 from price_tables t where t.id = n.table_id and t.deleted_at is null) as "isTable",
         coalesce(n.unit, p.unit, '') as unit,
         coalesce(n.unit, p.unit, '') = coalesce(p.unit, '') or exists (select 1 from product_units u where u.product_id = p.id and u.unit = n.unit) as "isUnit"
    from rows from (jsonb_to_recordset($1) as (table_id uuid, product_id uuid, unit text)) with ordinality as n(table_id, product_id, unit, position)
    left join products p on p.id = n.product_id and p.deleted_at is null order by n.position`;

const PUT = `
  insert into price_revision_lines (revision_id, table_id, product_id, unit, min_quantity, price, floor_price, note)
  select $1, table_id, product_id, unit, min_quantity, price, floor_price, note
    from jsonb_to_recordset($2) as n(table_id uuid, product_id uuid, unit text, min_quantity numeric, price numeric, floor_price numeric, note text)
  on conflict on constraint uq_price_revision_lines do update
    set price = excluded.price, floor_price = excluded.floor_price, note = excluded.note, version = price_revision_lines.version + 1, updated_at = now()`;

/** What stands in a revision: lines put in, taken out, or made by rule over many goods. */
@Injectable()
export class RevisionLinesService {
  constructor(private readonly work: UnitOfWork) {}

  async put(id: string, { lines }: PutRevisionLinesDto, actor: Actor): Promise<AdjustedDto> {
    return this.work.run(actor, 'price-revision.change', async (unit) => {
      await openRevision(unit, id);
      const units = await checked(unit, lines);
      const rows = lines.map((line, index) => ({
        table_id: line.tableId,
        product_id: line.productId,
        unit: units[index]!,
        min_quantity: line.minQuantity ?? '0',
        price: line.price,
        floor_price: line.floorPrice ?? null,
        note: line.note ?? null,
      }));
      refuseRepeated(rows);
      await unit.query(PUT, [id, JSON.stringify(rows)]);
      await this.settle(unit, id);
      return { lines: rows.length };
    });
  }

  async remove(id: string, ids: readonly string[], actor: Actor): Promise<void> {
    await this.work.run(actor, 'price-revision.change', async (unit) => {
      await openRevision(unit, id);
      await unit.query('delete from price_revision_lines where revision_id = $1 and id = any($2)', [id, ids]);
      await touchRevision(unit, id);
    });
  }

  /** Prices of many goods at once; a line that is there already is replaced. */
  async adjust(id: string, dto: AdjustPricesDto, actor: Actor): Promise<AdjustedDto> {
    if (dto.method === 'copy' && (!dto.targetTableId || dto.tableIds.length !== 1))
      throw new InvalidInputError([
        { pointer: '/targetTableId', rule: 'copy', detail: 'Copying goes from one table to one table.' },
      ]);
    return this.work.run(actor, 'price-revision.adjust', async (unit) => {
      const revision = await openRevision(unit, id);
      const { text, values } = adjustStatement(id, dto, revision.effectiveOn);
      const made = await unit.query<{ id: string }>(text, values);
      await this.settle(unit, id);
      return { lines: made.length };
    });
  }

  private async settle(unit: Unit, id: string): Promise<void> {
    const [counted] = await unit.query<{ lines: number }>(
      'select count(*)::int as lines from price_revision_lines where revision_id = $1',
      [id],
    );
    if (counted!.lines > MOST_LINES) throw new TooManyLinesError(MOST_LINES);
    await touchRevision(unit, id);
  }
}

interface CheckedLine {
  readonly line: number;
  readonly isKnown: boolean;
  readonly isTable: boolean;
  readonly isUnit: boolean;
  readonly unit: string;
}

async function checked(unit: Unit, lines: PutRevisionLinesDto['lines']): Promise<string[]> {
  const asked = lines.map(({ tableId, productId, unit: name }) => ({
    table_id: tableId,
    product_id: productId,
    unit: name ?? null,
  }));
  const found = await unit.query<CheckedLine>(CHECK, [JSON.stringify(asked)]);
  const problems = found.flatMap(({ line, isKnown, isTable, isUnit }): FieldProblem[] => {
    const at = (field: string) => `/lines/${line}/${field}`;
    if (!isTable)
      return [{ pointer: at('tableId'), rule: 'reference', detail: 'There is no such price table.' }];
    if (!isKnown)
      return [{ pointer: at('productId'), rule: 'reference', detail: 'There is no such product.' }];
    return isUnit
      ? []
      : [{ pointer: at('unit'), rule: 'unit', detail: 'This product is not sold in this unit.' }];
  });
  if (problems.length > 0) throw new InvalidInputError(problems);
  return found.map(({ unit: name }) => name);
}

function refuseRepeated(
  rows: readonly { table_id: string; product_id: string; unit: string; min_quantity: string }[],
): void {
  const keys = rows.map((row) =>
    [row.table_id, row.product_id, row.unit, Number(row.min_quantity)].join(' ').toLowerCase(),
  );
  const problems = keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [{ pointer: `/lines/${index}`, rule: 'repeated', detail: 'This line stands twice.' }]
      : [],
  );
  if (problems.length > 0) throw new InvalidInputError(problems);
}
