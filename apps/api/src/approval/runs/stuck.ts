/**
 * SQL of a run `a` that nobody can decide: nobody active is asked, or a seat that is needed has nobody active left. Asked of the
 * tables each time, so that it shows at once whoever left and however.
 */
export const LACKS_APPROVER = `(
  not exists (select 1 from approval_tasks x join users w on w.id = x.assignee_id and w.state = 'active'
               where x.approval_id = a.id and x.state = 'open')
  or exists (select 1 from approval_tasks x join users w on w.id = x.assignee_id and w.state <> 'active'
              where x.approval_id = a.id and x.state in ('open', 'waiting') and not exists (
                select 1 from approval_tasks y join users z on z.id = y.assignee_id and z.state = 'active'
                 where y.stage_id = x.stage_id and y.seat = x.seat and y.state in ('open', 'waiting'))))`;

/** Why nobody can decide, or null. */
export const STUCK_REASON = `case when a.state <> 'running' then null
  when a.stuck_reason in ('document-changed', 'document-gone') then a.stuck_reason
  when ${LACKS_APPROVER} then 'no-approver' end`;
