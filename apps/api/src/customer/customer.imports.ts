import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportResources, type ImportResource } from '../platform/imports/import-resource.js';
import { pinyinInitials } from '../platform/text/pinyin-initials.js';

const TERRITORY: ImportResource = {
  resource: 'territory',
  label: { zh: '销售区域', en: 'Sales territory' },
  table: 'territories',
  audited: 'territory',
  permission: 'territory:change',
  key: ['name'],
  fields: [
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      label: { zh: '区域名称', en: 'Territory' },
      headers: ['地区', '区域', '销售区域', '大区', 'region', 'territory'],
    },
    {
      name: 'managerName',
      column: 'manager_name',
      type: 'text',
      max: 60,
      label: { zh: '区域经理', en: 'Territory manager' },
      headers: ['地区经理', '区域经理', '大区经理', 'regional manager', 'manager'],
    },
  ],
};

const CUSTOMER: ImportResource = {
  resource: 'customer',
  label: { zh: '客户', en: 'Customer' },
  table: 'customers',
  audited: 'customer',
  permission: 'customer:create',
  lookUpPermission: 'customer:read',
  key: ['number'],
  otherKeys: [['name'], ['phone']],
  owned: true,
  hasRecycleBin: true,
  onCreate: {
    source: `'imported'`,
    stage: `'formal'`,
    kind: `'organisation'`,
    is_dealer: 'false',
    created_at: 'now()',
  },
  derived: { initials: { from: 'name', make: pinyinInitials } },
  references: [
    { name: 'territory', resource: 'territory', column: 'territory_id' },
    { name: 'owner', resource: 'owner', column: 'owner_id' },
  ],
  fields: [
    {
      name: 'number',
      column: 'number',
      type: 'text',
      max: 60,
      isGenerated: true,
      label: { zh: '客户编号', en: 'Customer number' },
      headers: [
        '客户 ID',
        '客户编号',
        '客户编码',
        '客户代码',
        'customer id',
        'customer number',
        'customerid',
      ],
    },
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 120,
      required: true,
      label: { zh: '客户名称', en: 'Customer name' },
      headers: [
        '客户名称',
        '客户',
        '客户姓名',
        '单位名称',
        '公司名称',
        'customer name',
        'customer',
        'companyname',
        'account',
      ],
    },
    {
      name: 'kind',
      column: 'kind',
      type: 'choice',
      choices: {
        organisation: ['单位', 'Organisation', '企业', '公司', 'company'],
        individual: ['个人', 'Individual', '自然人', 'person'],
      },
      label: { zh: '客户性质', en: 'Kind' },
      headers: ['客户性质', '单位/个人', '性质', 'kind'],
    },
    {
      name: 'stage',
      column: 'stage',
      type: 'choice',
      choices: {
        potential: ['潜在客户', 'Potential', '潜在', 'lead', 'prospect'],
        formal: ['正式客户', 'Formal', '正式', 'customer'],
      },
      label: { zh: '客户阶段', en: 'Stage' },
      headers: ['客户阶段', '阶段', 'stage'],
    },
    {
      name: 'isDealer',
      column: 'is_dealer',
      type: 'boolean',
      label: { zh: '经销商', en: 'Dealer' },
      headers: ['经销商', '是否经销商', 'dealer'],
    },
    {
      name: 'class',
      column: 'customer_class',
      type: 'choice',
      dictionary: 'customer-class',
      label: { zh: '客户类别', en: 'Customer class' },
      headers: ['细分', '客户类别', '客户类型', '客户分类', '客户等级', 'segment', 'class'],
    },
    {
      name: 'province',
      column: 'province',
      type: 'text',
      max: 60,
      label: { zh: '省份', en: 'Province' },
      headers: ['省/自治区', '省份', '省', '省市', 'province', 'state'],
    },
    {
      name: 'city',
      column: 'city',
      type: 'text',
      max: 60,
      label: { zh: '城市', en: 'City' },
      headers: ['城市', '市', '所在城市', 'city'],
    },
    {
      name: 'address',
      column: 'address',
      type: 'text',
      max: 300,
      label: { zh: '地址', en: 'Address' },
      headers: ['地址', '详细地址', '联系地址', 'address'],
    },
    {
      name: 'phone',
      column: 'phone',
      isCoverable: true,
      type: 'text',
      max: 40,
      label: { zh: '电话', en: 'Phone' },
      headers: ['电话', '联系电话', '手机', '手机号', 'phone', 'mobile', 'tel'],
    },
    {
      name: 'note',
      column: 'note',
      type: 'text',
      max: 2000,
      label: { zh: '备注', en: 'Note' },
      headers: ['备注', '说明', 'note', 'remark'],
    },
    {
      name: 'createdAt',
      column: 'created_at',
      type: 'date',
      isOnlyForNew: true,
      label: { zh: '录入时间', en: 'Entered' },
      headers: [
        '录入时间',
        '录入日期',
        '创建日期',
        '创建时间',
        '建档日期',
        'created',
        'created date',
        'entered',
      ],
    },
  ],
};

const CONTACT: ImportResource = {
  resource: 'contact',
  label: { zh: '联系人', en: 'Contact' },
  table: 'contacts',
  audited: 'contact',
  permission: 'customer:change',
  key: ['customer', 'name'],
  hasRecycleBin: true,
  derived: { initials: { from: 'name', make: pinyinInitials } },
  references: [{ name: 'customer', resource: 'customer', column: 'customer_id' }],
  fields: [
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      label: { zh: '联系人', en: 'Contact' },
      headers: ['联系人', '联系人姓名', 'contact', 'contact name', 'contactname', 'contact_name'],
    },
    {
      name: 'title',
      column: 'title',
      type: 'text',
      max: 60,
      label: { zh: '联系人职务', en: 'Contact title' },
      headers: ['职务', '职位', '联系人职务', 'contact title', 'contacttitle', 'contact_title'],
    },
    {
      name: 'phone',
      column: 'phone',
      isCoverable: true,
      type: 'text',
      max: 40,
      label: { zh: '联系人电话', en: 'Contact phone' },
      headers: ['联系人电话', '联系人手机', 'contact phone'],
    },
    {
      name: 'email',
      column: 'email',
      type: 'text',
      max: 254,
      label: { zh: '联系人邮箱', en: 'Contact e-mail' },
      headers: ['邮箱', '电子邮件', '联系人邮箱', 'email', 'e-mail'],
    },
  ],
};

@Injectable()
export class CustomerImports implements OnModuleInit {
  constructor(private readonly resources: ImportResources) {}

  onModuleInit(): void {
    this.resources.register(TERRITORY, CUSTOMER, CONTACT);
  }
}
