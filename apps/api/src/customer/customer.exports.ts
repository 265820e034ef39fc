import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources } from '../platform/exports/export-source.js';
import { ListExports } from '../platform/exports/list-export.js';
import { SearchSources } from '../platform/search/search-sources.js';
import { contactList } from './contacts/contact.list.js';
import { customerList } from './customers/customer.list.js';

const KINDS = {
  organisation: { zh: '单位', en: 'Organisation' },
  individual: { zh: '个人', en: 'Individual' },
};
const STAGES = {
  potential: { zh: '潜在客户', en: 'Potential' },
  formal: { zh: '正式客户', en: 'Formal' },
};
const SOURCES = {
  entered: { zh: '录入', en: 'Entered' },
  imported: { zh: '导入', en: 'Imported' },
  converted: { zh: '转入', en: 'Converted' },
  portal: { zh: '客户门户', en: 'Customer portal' },
};
const YES_NO = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } };

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
        { key: 'number', label: { zh: '客户编号', en: 'Number' }, type: 'text' },
        { key: 'name', label: { zh: '客户名称', en: 'Name' }, type: 'text' },
        { key: 'kind', label: { zh: '性质', en: 'Kind' }, type: 'text', words: KINDS },
        { key: 'stage', label: { zh: '阶段', en: 'Stage' }, type: 'text', words: STAGES },
        { key: 'isDealer', label: { zh: '经销商', en: 'Dealer' }, type: 'text', words: YES_NO },
        { key: 'class', label: { zh: '客户类别', en: 'Class' }, type: 'text' },
        { key: 'province', label: { zh: '省份', en: 'Province' }, type: 'text' },
        { key: 'city', label: { zh: '城市', en: 'City' }, type: 'text' },
        { key: 'address', label: { zh: '地址', en: 'Address' }, type: 'text' },
        { key: 'phone', label: { zh: '电话', en: 'Phone' }, type: 'text' },
        { key: 'territoryName', label: { zh: '销售区域', en: 'Territory' }, type: 'text' },
        { key: 'ownerName', label: { zh: '负责人', en: 'Owner' }, type: 'text' },
        { key: 'source', label: { zh: '来源', en: 'Source' }, type: 'text', words: SOURCES },
        { key: 'lastOrderOn', label: { zh: '最近订单', en: 'Last order' }, type: 'date' },
        { key: 'salesAmount', label: { zh: '销售额', en: 'Sales' }, type: 'decimal', scale: 2 },
        { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
        { key: 'note', label: { zh: '备注', en: 'Note' }, type: 'text' },
      ]),
    );
  }
}
