/** What the contacts of the demo company are in their firms, and what they allow; made up from their place in the list. */
export const CONTACT_PROFILES = [
  `update contacts k set
     role = case when k.title ~ '总|董事|老板' then 'decision-maker' when k.title ~ '采购' then 'purchaser' when k.title ~ '财务' then 'finance'
                 when k.title ~ '质|技术' then 'gatekeeper' when k.is_primary then 'influencer' else 'user' end,
     influence = case when k.title ~ '总|董事|老板' then 'high' when k.is_primary then 'medium' else 'low' end,
     department = case when k.title ~ '采购' then '采购部' when k.title ~ '财务' then '财务部' when k.title ~ '质|技术' then '技术质量部' end,
     preferred_channel = (array['call', 'wechat', 'e-mail', 'visit'])[n.place % 4 + 1],
     birthday = case when n.place % 3 <> 0 then date '1968-01-10' + (n.place * 137 % 9500)::int end,
     state = case when n.place % 29 = 0 and not k.is_primary then 'left' else 'active' end,
     version = k.version
    from (select x.id, row_number() over (order by c.number, x.id) as place from contacts x join customers c on c.id = x.customer_id
           where c.number like 'DM%') as n where n.id = k.id`,
  `insert into contact_consents (contact_id, channel, state, source)
   select n.id, way.channel, case when (n.place + way.place) % 6 = 0 then 'refused' else 'allowed' end, '展会登记表'
     from (select x.id, row_number() over (order by c.number, x.id) as place from contacts x join customers c on c.id = x.customer_id
            where c.number like 'DM%') as n
     cross join unnest(array['call', 'wechat', 'sms']) with ordinality as way(channel, place)
    where (n.place + way.place) % 2 = 0`,
];

/** A group of four firms, its dealers, and who stands to whom in other ways; by place in the list of customers. */
export const CUSTOMER_RELATIONS = `
  insert into customer_relations (kind, from_id, to_id, note)
  select d.kind, f.id, t.id, d.note
    from (values ('subsidiary', 1, 2, null), ('subsidiary', 1, 3, null), ('subsidiary', 3, 4, null),
                 ('dealer', 1, 5, '省级代理'), ('dealer', 1, 6, null), ('dealer', 5, 7, null),
                 ('supply', 8, 2, '长期供货'), ('supply', 8, 4, null), ('referral', 1, 9, '总经理介绍'),
                 ('competition', 2, 9, null), ('subsidiary', 11, 12, null), ('dealer', 11, 13, null)) as d(kind, above, below, note)
    join (select id, row_number() over (order by number) as place from customers where number like 'DM%') as f on f.place = d.above
    join (select id, row_number() over (order by number) as place from customers where number like 'DM%') as t on t.place = d.below`;
