import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportResources, type ImportResource } from '../../platform/imports/import-resource.js';

/** The salesperson whom a row names; users themselves do not come from such files. */
const OWNER: ImportResource = {
  resource: 'owner',
  label: { zh: '负责人', en: 'Owner' },
  table: 'users',
  audited: 'user',
  permission: 'user:read',
  isLookUpOnly: true,
  key: ['username'],
  otherKeys: [['name']],
  fields: [
    {
      name: 'username',
      column: 'username',
      type: 'text',
      max: 50,
      label: { zh: '负责人用户名', en: 'Owner user name' },
      headers: ['负责人用户名', 'owner username'],
    },
    {
      name: 'name',
      column: 'display_name',
      type: 'text',
      max: 50,
      label: { zh: '负责人', en: 'Owner' },
      headers: ['负责人', '业务员', '销售员', '客户经理', '所有人', 'owner', 'salesperson'],
    },
  ],
};

@Injectable()
export class UserImports implements OnModuleInit {
  constructor(private readonly resources: ImportResources) {}

  onModuleInit(): void {
    this.resources.register(OWNER);
  }
}
