import { Injectable, type OnModuleInit } from '@nestjs/common';
import { YES_NO } from '../platform/exports/declared-columns.js';
import { ExportSources } from '../platform/exports/export-source.js';
import { ListExports } from '../platform/exports/list-export.js';
import { SearchSources } from '../platform/search/search-sources.js';
import { contactList } from './contacts/contact.list.js';
import { customerList } from './customers/customer.list.js';

/** Where customers and contacts appear outside their own pages: in files and in the global search. */
@Injectable()
export class CustomerExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
    private readonly search: SearchSources,
  ) {}

  onModuleInit(): void {
    this.search.register(
      { list: customerList, title: 'name', subtitle: 'number' },
      { list: contactList, title: 'name', subtitle: 'customerName' },
    );
    this.sources.register(
      this.lists.of(customerList, { zh: '客户', en: 'Customers' }, [
        'number',
        'name',
        'kind',
        'stage',
        'isDealer',
        'class',
        'province',
        'city',
        'address',
        'phone',
        { key: 'email', label: { zh: '邮箱', en: 'E-mail' }, type: 'text' },
        'creditCode',
        'importance',
        'industry',
        'channel',
        'region',
        'lifeCycle',
        { key: 'nextFollowUpOn', label: { zh: '下次跟进', en: 'Next follow-up' }, type: 'date' },
        { key: 'lastContactAt', label: { zh: '最近联系', en: 'Last contact' }, type: 'datetime' },
        { key: 'territoryName', field: 'territory.name' },
        { key: 'ownerName', field: 'owner.name' },
        { key: 'source', label: { zh: '来源', en: 'Source' }, type: 'text', dictionary: 'customer-source' },
        { key: 'lastOrderOn', label: { zh: '最近订单', en: 'Last order' }, type: 'date' },
        { key: 'salesAmount', label: { zh: '销售额', en: 'Sales' }, type: 'decimal', scale: 2 },
        { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
        'note',
      ]),
      this.lists.of(contactList, { zh: '联系人', en: 'Contacts' }, [
        { key: 'customerName', field: 'customer.name' },
        'name',
        'title',
        'department',
        'role',
        'influence',
        'phone',
        'email',
        'wechatId',
        'preferredChannel',
        'birthday',
        'state',
        'leftOn',
        'consentCall',
        'consentWechat',
        'consentEmail',
        'consentSms',
        { key: 'ownerName', field: 'owner.name' },
        { key: 'isPrimary', label: { zh: '首要联系人', en: 'Primary' }, type: 'text', words: YES_NO },
        { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
        { key: 'note', label: { zh: '备注', en: 'Note' }, type: 'text' },
      ]),
    );
  }
}
