import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportResources, type ImportResource } from '../platform/imports/import-resource.js';
import { pinyinInitials } from '../platform/text/pinyin-initials.js';

const CATEGORY: ImportResource = {
  resource: 'category',
  label: { zh: '产品类别', en: 'Product category' },
  table: 'product_categories',
  audited: 'product-category',
  permission: 'product:change',
  key: ['name'],
  fixed: { parent_id: 'null::uuid' },
  fields: [
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      label: { zh: '类别', en: 'Category' },
      headers: ['类别', '产品类别', '大类', '商品类别', 'category', 'category name', 'series'],
    },
  ],
};

const SUB_CATEGORY: ImportResource = {
  resource: 'sub-category',
  label: { zh: '产品子类别', en: 'Product sub-category' },
  table: 'product_categories',
  audited: 'product-category',
  permission: 'product:change',
  key: ['category', 'name'],
  references: [{ name: 'category', resource: 'category', column: 'parent_id' }],
  fields: [
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      label: { zh: '子类别', en: 'Sub-category' },
      headers: ['子类别', '小类', '二级类别', 'sub-category', 'subcategory'],
    },
  ],
};

const BRAND: ImportResource = {
  resource: 'brand',
  label: { zh: '品牌', en: 'Brand' },
  table: 'brands',
  audited: 'brand',
  permission: 'product:change',
  key: ['name'],
  fields: [
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      otherwise: { field: 'product.name', rule: 'first-word' },
      label: { zh: '品牌', en: 'Brand' },
      headers: ['品牌', '牌子', 'brand'],
    },
  ],
};

const PRODUCT: ImportResource = {
  resource: 'product',
  label: { zh: '产品', en: 'Product' },
  table: 'products',
  audited: 'product',
  permission: 'product:change',
  lookUpPermission: 'product:read',
  key: ['code', 'name'],
  otherKeys: [['code'], ['name']],
  hasRecycleBin: true,
  derived: { initials: { from: 'name', make: pinyinInitials } },
  references: [
    // The sub-category where the file has one, else the category.
    { name: 'category', resource: 'category', column: 'category_id' },
    { name: 'subCategory', resource: 'sub-category', column: 'category_id' },
    { name: 'brand', resource: 'brand', column: 'brand_id' },
  ],
  fields: [
    {
      name: 'code',
      column: 'code',
      type: 'text',
      max: 80,
      isGenerated: true,
      label: { zh: '产品编号', en: 'Product code' },
      headers: [
        '产品 ID',
        '产品编号',
        '产品编码',
        '产品代码',
        '商品编号',
        '商品编码',
        '物料编码',
        'product id',
        'productid',
        'product code',
        'sku',
      ],
    },
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 200,
      label: { zh: '产品名称', en: 'Product name' },
      headers: ['产品名称', '商品名称', '品名', '产品', 'product name', 'productname', 'product'],
    },
    {
      name: 'specification',
      column: 'specification',
      type: 'text',
      max: 200,
      label: { zh: '规格', en: 'Specification' },
      headers: ['规格', '规格型号', '型号', 'specification'],
    },
    {
      name: 'unit',
      column: 'unit',
      type: 'text',
      max: 20,
      label: { zh: '单位', en: 'Unit' },
      headers: ['单位', '计量单位', 'unit'],
    },
    {
      name: 'taxRate',
      column: 'tax_rate',
      type: 'rate',
      whenEmpty: '0.13',
      label: { zh: '税率', en: 'Tax rate' },
      headers: ['税率', '增值税率', 'tax rate', 'vat rate'],
    },
  ],
};

@Injectable()
export class PricingImports implements OnModuleInit {
  constructor(private readonly resources: ImportResources) {}

  onModuleInit(): void {
    this.resources.register(CATEGORY, SUB_CATEGORY, BRAND, PRODUCT);
  }
}
