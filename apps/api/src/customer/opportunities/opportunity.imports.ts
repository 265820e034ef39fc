import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ImportResources,
  type ImportField,
  type ImportResource,
} from '../../platform/imports/import-resource.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import { Pipelines } from './pipelines/pipelines.js';

const notNegative = (value: string) =>
  value.startsWith('-') ? { code: 'import.negative', params: {} } : undefined;

const DATES: ImportField[] = [
  {
    name: 'engagedOn',
    column: 'engaged_on',
    type: 'date',
    label: { zh: '开始接触日期', en: 'Engaged on' },
    headers: ['开始日期', '接触日期', '商机发现日期', 'engage date', 'engaged on', 'start date'],
  },
  {
    name: 'expectedCloseOn',
    column: 'expected_close_on',
    type: 'date',
    label: { zh: '预计成交日期', en: 'Expected close' },
    headers: ['预计成交日期', '预计签单日期', '预计成交时间', 'expected close', 'expected close date'],
  },
  {
    name: 'closedOn',
    column: 'closed_on',
    type: 'date',
    label: { zh: '结束日期', en: 'Closed on' },
    headers: ['成交日期', '签单日期', '结束日期', 'close date', 'closed on'],
  },
  {
    name: 'nextStepOn',
    column: 'next_step_on',
    type: 'date',
    label: { zh: '下一步日期', en: 'Next step on' },
    headers: ['下一步日期', '下次跟进日期', 'next step on', 'next step date'],
  },
];

/** Stages are the company's own: which words say them is known when a file is read. */
const STAGE: ImportField = {
  name: 'stage',
  column: null,
  type: 'choice',
  label: { zh: '商机阶段', en: 'Deal stage' },
  headers: ['商机阶段', '销售阶段', '机会阶段', 'deal stage', 'opportunity stage', 'sales stage'],
};

const OPPORTUNITY: ImportResource = {
  resource: 'opportunity',
  label: { zh: '销售机会', en: 'Opportunity' },
  table: 'opportunities',
  audited: 'opportunity',
  permission: 'opportunity:create',
  key: ['number'],
  owned: true,
  hasRecycleBin: true,
  // A list of deals names products; it does not make them.
  refersTo: ['product'],
  derived: { initials: { from: 'name', make: pinyinInitials } },
  references: [
    { name: 'customer', resource: 'customer', column: 'customer_id', within: 'customer:read' },
    { name: 'territory', resource: 'territory', column: 'territory_id' },
    { name: 'owner', resource: 'owner', column: 'owner_id' },
  ],
  onCreate: {
    stage_id: `(select s.id from pipeline_stages s join pipelines p on p.id = s.pipeline_id
      where p.is_default and s.kind = 'open' and s.retired_at is null order by s.position limit 1)`,
  },
  computed: { stage_id: { sql: 'f."stage"::uuid', from: ['stage'] } },
  refuses: () => [
    {
      code: 'import.closed-before-begun',
      sql: 'f."closedOn" < f."engagedOn"',
      from: ['closedOn', 'engagedOn'],
      values: [],
    },
    {
      code: 'import.closed-before-begun',
      sql: 'f."expectedCloseOn" < f."engagedOn"',
      from: ['expectedCloseOn', 'engagedOn'],
      values: [],
    },
  ],
  fields: [
    {
      name: 'number',
      column: 'number',
      type: 'text',
      max: 60,
      isGenerated: true,
      label: { zh: '商机编号', en: 'Opportunity number' },
      headers: ['商机编号', '机会编号', '商机 ID', 'opportunity id', 'opportunity number', 'deal id'],
    },
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 120,
      label: { zh: '商机名称', en: 'Opportunity name' },
      headers: ['商机名称', '机会名称', '项目名称', 'opportunity name', 'opportunity', 'deal name'],
    },
    STAGE,
    ...DATES,
    {
      name: 'amount',
      column: 'amount',
      type: 'decimal',
      scale: 2,
      check: notNegative,
      label: { zh: '预计金额', en: 'Expected amount' },
      headers: ['预计金额', '商机金额', '预计成交金额', 'expected amount', 'deal amount'],
    },
    {
      name: 'closeValue',
      column: 'close_value',
      type: 'decimal',
      scale: 2,
      check: notNegative,
      label: { zh: '成交金额', en: 'Close value' },
      headers: ['成交金额', '签单金额', 'close value', 'closed value'],
    },
    {
      name: 'lossReason',
      column: 'loss_reason',
      type: 'choice',
      dictionary: 'loss-reason',
      label: { zh: '丢单原因', en: 'Loss reason' },
      headers: ['丢单原因', '失败原因', '输单原因', 'loss reason', 'lost reason'],
    },
    {
      name: 'source',
      column: 'source',
      type: 'choice',
      dictionary: 'opportunity-source',
      label: { zh: '商机来源', en: 'Source of the opportunity' },
      headers: ['商机来源', '机会来源', '线索来源', 'opportunity source', 'lead source'],
    },
    {
      name: 'nextStep',
      column: 'next_step',
      type: 'text',
      max: 200,
      label: { zh: '下一步', en: 'Next step' },
      headers: ['下一步', '下一步计划', 'next step'],
    },
    {
      name: 'note',
      column: 'note',
      type: 'text',
      max: 2000,
      label: { zh: '商机备注', en: 'Note on the opportunity' },
      headers: ['商机备注', '机会说明', 'opportunity note'],
    },
  ],
};

/** The product of a row; what it is worth is the deal's value where the file says nothing else. */
const OPPORTUNITY_LINE: ImportResource = {
  resource: 'opportunity-line',
  label: { zh: '商机产品', en: 'Product of an opportunity' },
  table: 'opportunity_lines',
  audited: 'opportunity-line',
  permission: 'opportunity:create',
  guessedWith: 'opportunity',
  key: ['opportunity', 'product'],
  references: [
    { name: 'opportunity', resource: 'opportunity', column: 'opportunity_id' },
    { name: 'product', resource: 'product', column: 'product_id' },
  ],
  fields: [
    {
      name: 'quantity',
      column: 'quantity',
      type: 'decimal',
      scale: 3,
      whenEmpty: '1',
      check: notNegative,
      label: { zh: '商机数量', en: 'Quantity in the deal' },
      headers: ['预计数量', '商机数量', 'deal quantity'],
    },
    {
      name: 'price',
      column: 'price',
      type: 'decimal',
      scale: 4,
      check: notNegative,
      label: { zh: '商机报价', en: 'Price in the deal' },
      headers: ['报价', '商机单价', 'deal price'],
    },
    {
      name: 'amount',
      column: 'amount',
      type: 'decimal',
      scale: 2,
      check: notNegative,
      otherwise: { field: 'opportunity.closeValue', rule: 'as-is' },
      label: { zh: '商机产品金额', en: 'Amount of the product' },
      headers: ['产品金额', '商机产品金额', 'deal line amount'],
    },
  ],
};

@Injectable()
export class OpportunityImports implements OnModuleInit {
  constructor(
    private readonly resources: ImportResources,
    private readonly pipelines: Pipelines,
  ) {}

  onModuleInit(): void {
    this.resources.register(OPPORTUNITY, OPPORTUNITY_LINE);
    this.resources.extend((resource) => {
      if (resource.resource !== 'opportunity') return resource;
      const choices = this.pipelines.choices();
      const fields = resource.fields.map((field) => (field.name === 'stage' ? { ...field, choices } : field));
      return { ...resource, fields };
    });
  }
}
