/**
 * The whole resolution is one statement, so that every line of a call sees the same moment: no reader ever gets the prices of
 * two revisions mixed.
 *
 * Order of tables, most fitting first (documented in the module's README, `place` here):
 * 1. the more closely the table's audience fits: this very customer, then class (4) + territory (2) + province (1), then everybody;
 * 2. agreement tables before those of the contract's kind; 3. the higher priority; 4. the newer table.
 * The first table with a price on the day answers; in it a price in the asked unit before a converted one, and the highest
 * quantity break that the quantity reaches.
 *
 * `$1` customer · `$2` day · `$3` currency · `$4` kind of contract · `$5` user who asks (null: the system) · `$6` lines
 */
export const RESOLVE = `
  with asker as materialized (
    select c.id, c.customer_class, c.territory_id, c.province from customers c where c.id = $1::uuid and c.deleted_at is null
  ), tables as materialized (
    select t.id, t.name, t.kind, t.tax_included, coalesce(fit.closeness, 0) as closeness,
           row_number() over (order by coalesce(fit.closeness, 0) desc, (t.kind = 'agreement') desc, t.priority desc, t.created_at desc, t.id) as place
      from price_tables t
      cross join asker
      cross join lateral (
        select max(case when a.customer_id is not null then 100
                        else (a.customer_class is not null)::int * 4 + (a.territory_id is not null)::int * 2 + (a.province is not null)::int end) as closeness
          from price_table_audiences a
         where a.table_id = t.id
           and (a.customer_id is null or a.customer_id = asker.id)
           and (a.customer_class is null or a.customer_class = asker.customer_class)
           and (a.territory_id is null or a.territory_id = asker.territory_id)
           and (a.province is null or a.province = asker.province)) fit
     where t.deleted_at is null and (t.retired_on is null or t.retired_on > $2::date) and t.currency = $3 and t.kind in ($4, 'agreement')
       and (fit.closeness is not null or (t.kind <> 'agreement' and not exists (select 1 from price_table_audiences a where a.table_id = t.id)))
       and ($5::uuid is null or exists (
         select 1 from price_table_readers d where d.user_id = $5::uuid and d.table_id = t.id and 'product' = any(d.ways)))
  ), offers as materialized (
    select m.id, m.name, m.method, m.value, m.product_ids, m.category_ids, m.brand_ids, m.min_quantity,
           m.total_limit - coalesce((select sum(u.quantity) from promotion_uses u where u.promotion_id = m.id), 0) as total_left,
           m.customer_limit - coalesce((select sum(u.quantity) from promotion_uses u where u.promotion_id = m.id and u.customer_id = asker.id), 0) as customer_left
      from promotions m cross join asker
     where m.state = 'active' and m.deleted_at is null and m.valid @> $2::date
       and (cardinality(m.customer_classes) + cardinality(m.territory_ids) + cardinality(m.customer_ids) = 0
            or asker.customer_class = any(m.customer_classes) or asker.territory_id = any(m.territory_ids) or asker.id = any(m.customer_ids))
  ), asked as materialized (
    select n.line, n.product_id, n.quantity, coalesce(n.unit, p.unit, '') as unit, n.asked, p.id is not null as is_known, p.tax_rate,
           coalesce(p.unit, '') as own_unit, p.category_id, p.brand_id,
           case when coalesce(n.unit, p.unit, '') = coalesce(p.unit, '') then 1 else u.factor end as factor
      from jsonb_to_recordset($6::jsonb) as n(line int, product_id uuid, quantity numeric, unit text, asked numeric)
      left join products p on p.id = n.product_id and p.deleted_at is null
      left join product_units u on u.product_id = p.id and u.unit = n.unit
  )
  select a.line, a.product_id as "productId", a.quantity::text as quantity, a.unit, a.is_known as "isKnown", a.factor is not null as "hasUnit",
         a.tax_rate::text as "taxRate", f.id as "priceId", f.table_id as "tableId", f.table_name as "tableName", f.kind, f.closeness,
         f.tax_included as "taxIncluded", f.revision_id as "revisionId", r.number as "revisionNumber", lower(f.valid)::text as "validFrom",
         f.unit as "priceUnit", f.min_quantity::text as "minQuantity", price_text(b.price) as "tablePrice", price_text(b.floor) as "floorPrice",
         price_text(e.price) as price, o.id as "promotionId", o.name as "promotionName", o.price < b.floor as "isFloored",
         price_text(a.asked) as asked, price_text(a.asked - e.price) as "deviationAmount",
         round((a.asked - e.price) / nullif(e.price, 0), 6)::text as "deviationRate", coalesce(a.asked < b.floor, false) as "isBelowFloor"
    from asked a
    left join lateral (
      select x.id, x.table_id, t.name as table_name, t.kind, t.closeness, t.tax_included, x.revision_id, x.valid, x.unit, x.min_quantity,
             x.price, x.floor_price, s.factor
        from tables t
        join prices x on x.product_id = a.product_id and x.table_id = t.id and x.withdrawn_at is null and lower(x.valid) <= $2::date and x.valid @> $2::date
        left join product_units pu on pu.product_id = a.product_id and pu.unit = x.unit
        cross join lateral (select case when x.unit = a.own_unit then 1 else pu.factor end as factor) s
       where x.min_quantity <= a.quantity * a.factor / s.factor
       order by t.place, (x.unit = a.unit) desc, x.min_quantity desc, x.unit limit 1) f on true
    left join price_revisions r on r.id = f.revision_id
    cross join lateral (select round(f.price * a.factor / f.factor, 6) as price, round(f.floor_price * a.factor / f.factor, 6) as floor) b
    left join lateral (
      select m.id, m.name, q.price
        from offers m
        cross join lateral (select round(greatest(0, case m.method when 'percent' then b.price * (1 - m.value)
                                                                   when 'amount' then b.price - m.value * a.factor
                                                                   else m.value * a.factor end), 6) as price) q
       where f.id is not null and q.price < b.price and a.quantity * a.factor >= m.min_quantity
         and (m.total_left is null or a.quantity * a.factor <= m.total_left)
         and (m.customer_left is null or a.quantity * a.factor <= m.customer_left)
         and (cardinality(m.product_ids) + cardinality(m.category_ids) + cardinality(m.brand_ids) = 0
              or a.product_id = any(m.product_ids) or a.brand_id = any(m.brand_ids)
              or exists (select 1 from product_category_paths y where y.category_id = a.category_id and y.above_id = any(m.category_ids)))
       order by q.price, m.id limit 1) o on true
    cross join lateral (select greatest(coalesce(o.price, b.price), case when o.id is not null then least(b.floor, b.price) end) as price) e
   order by a.line`;

/** What the statement answers for one line; prices as text, null where no table has one. */
export interface ResolvedRow {
  readonly line: number;
  readonly productId: string;
  readonly quantity: string;
  readonly unit: string;
  readonly isKnown: boolean;
  readonly hasUnit: boolean;
  readonly taxRate: string;
  readonly priceId: string | null;
  readonly tableId: string | null;
  readonly tableName: string | null;
  readonly kind: string | null;
  readonly closeness: number | null;
  readonly taxIncluded: boolean | null;
  readonly revisionId: string | null;
  readonly revisionNumber: string | null;
  readonly validFrom: string | null;
  readonly priceUnit: string | null;
  readonly minQuantity: string | null;
  readonly tablePrice: string | null;
  readonly floorPrice: string | null;
  readonly price: string | null;
  readonly promotionId: string | null;
  readonly promotionName: string | null;
  readonly isFloored: boolean | null;
  readonly asked: string | null;
  readonly deviationAmount: string | null;
  readonly deviationRate: string | null;
  readonly isBelowFloor: boolean;
}
