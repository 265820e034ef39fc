/**
 * A lateral join that gives `old.price` and `old.floor` to `l`, a line of the revision `r`: as they were when it was submitted,
 * until then as they stand.
 */
export const OLD_PRICE = `
  left join lateral (
    select l.old_price as price, l.old_floor_price as floor where r.state not in ('draft', 'returned')
    union all
    (select x.price, x.floor_price from prices x
      where r.state in ('draft', 'returned') and x.product_id = l.product_id and x.table_id = l.table_id and x.unit = l.unit
        and x.min_quantity = l.min_quantity and x.withdrawn_at is null and lower(x.valid) < r.effective_on
        and (upper_inf(x.valid) or upper(x.valid) >= r.effective_on)
      order by lower(x.valid) desc limit 1)
  ) old on true`;

/** The same for `beside.cost`, per the product's own unit, and `beside.rival`, the lowest of the competitors' last prices. */
export const BESIDE = `
  left join lateral (
    select l.cost as cost, l.rival_price as rival where r.state not in ('draft', 'returned')
    union all
    select (select m.cost from product_costs m where m.product_id = l.product_id and m.valid @> r.effective_on),
           (select min(m.price) from competitor_prices m
             where m.product_id = l.product_id and m.currency = t.currency
               and m.observed_on = (select max(n.observed_on) from competitor_prices n
                                     where n.product_id = m.product_id and n.competitor = m.competitor))
     where r.state in ('draft', 'returned') and l.unit = coalesce(p.unit, '')
  ) beside on true`;

/** Margin of the new price without tax; null where cost is unknown or the unit is not the product's own. */
export const MARGIN = `round(1 - beside.cost / nullif(l.price / case when t.tax_included then 1 + p.tax_rate else 1 end, 0), 4)`;
