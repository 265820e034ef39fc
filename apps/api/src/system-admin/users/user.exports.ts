import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources } from '../../platform/exports/export-source.js';
import { ListExports } from '../../platform/exports/list-export.js';
import { userList } from './user.list.js';

const STATES = {
  invited: { zh: '已邀请', en: 'Invited' },
  active: { zh: '在职', en: 'Active' },
  disabled: { zh: '已停用', en: 'Disabled' },
};

@Injectable()
export class UserExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
  ) {}

  onModuleInit(): void {
    this.sources.register(
      this.lists.of(userList, { zh: '用户', en: 'Users' }, [
        'username',
        'displayName',
        { key: 'departmentName', field: 'department.name' },
        { key: 'positionName', field: 'position.name' },
        { key: 'roles', field: 'role.name' },
        'phone',
        'email',
        { key: 'state', label: { zh: '状态', en: 'State' }, type: 'text', words: STATES },
        { key: 'lastSignInAt', label: { zh: '最近登录', en: 'Last sign-in' }, type: 'datetime' },
        { key: 'createdAt', label: { zh: '创建时间', en: 'Created' }, type: 'datetime' },
      ]),
    );
  }
}
