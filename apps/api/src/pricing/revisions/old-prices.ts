/** A lateral join that gives `old.price`, `old.floor` to `l`, a line of the revision `r`: as it was submitted, until then as it stands. */
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
