/**
 * SQL condition: the person owes daily reports. The administrator's role has every right there is, and owes none by it.
 * @param user expression of a user id
 */
export const owesReports = (
  user: string,
): string => `exists (select 1 from user_roles ur join roles ro on ro.id = ur.role_id
  join role_permissions rp on rp.role_id = ro.id
  where ur.user_id = ${user} and rp.permission = 'daily-report:write' and ro.code is distinct from 'administrator')`;
