import { listSource } from '../../shared/api/list-source';

export const auditSource = listSource('audit-entries', '/api/v1/audit-entries', { count: true });
