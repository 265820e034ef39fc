import type { FlowDefinition } from '../approval/index.js';
import type { Unit } from '../platform/database/unit-of-work.js';

const CODES = `select 'department' as kind, code, id from departments union all select 'role', code, id from roles
  union all select 'user', username, id from users`;

const above = (amount: string) => ({
  match: 'all' as const,
  groups: [
    { match: 'all' as const, rules: [{ fact: 'amount', operator: 'above' as const, values: [amount] }] },
  ],
});

/** Above 200,000 finance and sales agree together, above 400,000 the managing director as well; below, the leader alone. */
export async function creditFlow(
  query: Unit['query'],
): Promise<{ documentType: string; name: string; description: string; definition: FlowDefinition }> {
  const known = await query<{ kind: string; code: string; id: string }>(CODES);
  const idOf = (kind: string, code: string) =>
    known.find((one) => one.kind === kind && one.code === code)!.id;
  const finance = idOf('department', 'finance');
  const definition: FlowDefinition = {
    nodes: [
      { id: 'start', kind: 'start', next: 'size' },
      {
        id: 'size',
        kind: 'branch',
        name: '按额度',
        branches: [
          { name: '超过 40 万', condition: above('400000'), next: 'joint-large' },
          { name: '超过 20 万', condition: above('200000'), next: 'joint' },
        ],
        otherwise: 'leader',
      },
      {
        id: 'leader',
        kind: 'stage',
        name: '部门负责人审批',
        next: 'end',
        approvers: [{ kind: 'submitter-leader', level: 1 }],
        mode: 'all',
        allowsBulk: true,
      },
      joint('joint', 'copy-service', finance),
      joint('joint-large', 'director', finance),
      {
        id: 'director',
        kind: 'stage',
        name: '总经理审批',
        next: 'copy-service',
        approvers: [{ kind: 'role', roleId: idOf('role', 'executive') }],
        mode: 'all',
        whenRepeated: 'once',
        reask: 'touched',
        touchedBy: ['amount', 'termsDays'],
      },
      {
        id: 'copy-service',
        kind: 'copy',
        name: '抄送合同专员',
        next: 'end',
        recipients: [{ kind: 'people', userIds: [idOf('user', 'contract')] }],
      },
      { id: 'end', kind: 'end' },
    ],
  };
  return {
    documentType: 'credit-limit-change',
    name: '信用额度:按金额分级',
    description: '20 万以内由部门负责人审批;超过 20 万财务与销售会签;超过 40 万再报总经理。',
    definition,
  };
}

const joint = (id: string, next: string, finance: string): FlowDefinition['nodes'][number] => ({
  id,
  kind: 'stage',
  name: '财务、销售会签',
  next,
  approvers: [
    { kind: 'department-leader', departmentId: finance },
    { kind: 'submitter-leader', level: 1 },
  ],
  mode: 'all',
  sheets: [
    {
      departmentId: finance,
      items: [
        { id: 'no-overdue', text: '无逾期应收账款', isRequired: true },
        { id: 'statement', text: '已与客户对账', isRequired: false },
      ],
    },
  ],
  whenLeft: 'leader',
  deadline: { within: 2, unit: 'working-days', remindBefore: 1, escalation: 'leader' },
});
