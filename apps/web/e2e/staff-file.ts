import { utils, write } from 'xlsx';

const DEPARTMENTS = ['华南销售部', '华中销售部', '市场部', '售后服务部'];
const ROLES = ['销售员', '销售员', '价格专员', '客服专员'];

export interface StaffMember {
  readonly name: string;
  readonly username: string;
  readonly department: string;
  readonly isLeader: boolean;
  readonly role: string;
}

/** Forty people in four departments, the first of each its leader; user names begin with `word`. */
export const staffOf = (word: string): StaffMember[] =>
  Array.from({ length: 40 }, (_, index) => ({
    name: `${word}员工${index + 1}`,
    username: `${word}${String(index + 1).padStart(2, '0')}`,
    department: `${word}${DEPARTMENTS[index % 4]!}`,
    isLeader: index < 4,
    role: ROLES[index % 4]!,
  }));

/** As a personnel clerk keeps it: an Excel workbook with Chinese headers. */
export function staffWorkbook(staff: readonly StaffMember[]): {
  name: string;
  mimeType: string;
  buffer: Buffer;
} {
  const rows = staff.map(({ name, username, department, isLeader, role }, index) => ({
    姓名: name,
    用户名: username,
    部门: department,
    部门负责人: isLeader ? '是' : '否',
    岗位: isLeader ? '部门经理' : '专员',
    角色: role,
    手机: `1380000${String(index).padStart(4, '0')}`,
  }));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.json_to_sheet(rows), '花名册');
  return {
    name: '花名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  };
}
