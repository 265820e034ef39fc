export const DEMO_DEPARTMENTS = [
  { code: 'company', name: '聚源商贸有限公司', parent: null, leader: 'executive' },
  { code: 'sales', name: '销售部', parent: 'company', leader: null },
  { code: 'sales-east', name: '华东销售部', parent: 'sales', leader: 'manager.east' },
  { code: 'sales-west', name: '西部销售部', parent: 'sales', leader: 'manager.west' },
  { code: 'pricing', name: '价格管理部', parent: 'company', leader: 'pricing.review' },
  { code: 'contract', name: '合同法务部', parent: 'company', leader: 'legal' },
  { code: 'finance', name: '财务部', parent: 'company', leader: 'finance' },
  { code: 'production', name: '生产计划部', parent: 'company', leader: 'planner' },
  { code: 'transport', name: '运输部', parent: 'company', leader: 'transport' },
  { code: 'service', name: '客户服务部', parent: 'company', leader: 'service.lead' },
  { code: 'it', name: '信息部', parent: 'company', leader: 'admin' },
] as const;

export interface DemoUser {
  readonly username: string;
  readonly displayName: string;
  readonly department: (typeof DEMO_DEPARTMENTS)[number]['code'];
  readonly role: string;
}

/** One account for each role, all with the common demo password. */
export const DEMO_USERS: readonly DemoUser[] = [
  { username: 'admin', displayName: '周明', department: 'it', role: 'administrator' },
  { username: 'executive', displayName: '陈建国', department: 'company', role: 'executive' },
  { username: 'manager.east', displayName: '林海燕', department: 'sales-east', role: 'sales-manager' },
  { username: 'manager.west', displayName: '马志强', department: 'sales-west', role: 'sales-manager' },
  { username: 'sales.li', displayName: '李娜', department: 'sales-east', role: 'salesperson' },
  { username: 'sales.wang', displayName: '王磊', department: 'sales-east', role: 'salesperson' },
  { username: 'sales.zhao', displayName: '赵敏', department: 'sales-west', role: 'salesperson' },
  { username: 'pricing', displayName: '孙丽', department: 'pricing', role: 'pricing-clerk' },
  { username: 'pricing.review', displayName: '吴刚', department: 'pricing', role: 'pricing-reviewer' },
  { username: 'contract', displayName: '郑洁', department: 'contract', role: 'contract-clerk' },
  { username: 'legal', displayName: '冯律', department: 'contract', role: 'legal' },
  { username: 'finance', displayName: '钱会', department: 'finance', role: 'finance' },
  { username: 'planner', displayName: '何平', department: 'production', role: 'production-planner' },
  { username: 'transport', displayName: '罗军', department: 'transport', role: 'transport' },
  { username: 'service', displayName: '邓婷', department: 'service', role: 'service-agent' },
  { username: 'service.lead', displayName: '蒋欣', department: 'service', role: 'service-manager' },
];
