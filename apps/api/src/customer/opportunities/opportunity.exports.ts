import { Injectable, type OnModuleInit } from '@nestjs/common';
import { YES_NO } from '../../platform/exports/declared-columns.js';
import { ExportSources } from '../../platform/exports/export-source.js';
import { ListExports } from '../../platform/exports/list-export.js';
import { SearchSources } from '../../platform/search/search-sources.js';
import { opportunityList } from './opportunity.list.js';

const STATES = {
  open: { zh: '进行中', en: 'Open' },
  won: { zh: '赢单', en: 'Won' },
  lost: { zh: '丢单', en: 'Lost' },
};

/** Where deals appear outside their own pages: in files and in the global search. */
@Injectable()
export class OpportunityExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
    private readonly search: SearchSources,
  ) {}

  onModuleInit(): void {
    this.search.register({ list: opportunityList, title: 'name', subtitle: 'customerName' });
    this.sources.register(
      this.lists.of(opportunityList, { zh: '销售机会', en: 'Opportunities' }, [
        'number',
        'name',
        { key: 'customerName', field: 'customer.name' },
        { key: 'primaryContactName', label: { zh: '首要联系人', en: 'Primary contact' }, type: 'text' },
        { key: 'ownerName', field: 'owner.name' },
        { key: 'territoryName', field: 'territory.name' },
        { key: 'stageNameZh', label: { zh: '商机阶段', en: 'Deal stage' }, type: 'text' },
        { key: 'state', label: { zh: '状态', en: 'State' }, type: 'text', words: STATES },
        { key: 'daysInStage', label: { zh: '停留天数', en: 'Days in stage' }, type: 'integer' },
        { key: 'isStagnant', label: { zh: '停滞', en: 'Stagnant' }, type: 'text', words: YES_NO },
        'amount',
        { key: 'currency', label: { zh: '币种', en: 'Currency' }, type: 'text' },
        { key: 'value', label: { zh: '金额（人民币）', en: 'Value, CNY' }, type: 'decimal', scale: 2 },
        { key: 'probability', label: { zh: '成交概率', en: 'Probability' }, type: 'decimal', scale: 4 },
        { key: 'weightedValue', label: { zh: '加权金额', en: 'Weighted value' }, type: 'decimal', scale: 2 },
        { key: 'productNames', label: { zh: '产品', en: 'Products' }, type: 'text' },
        { key: 'competitors', label: { zh: '竞争对手', en: 'Competitors' }, type: 'text' },
        'engagedOn',
        'expectedCloseOn',
        'closedOn',
        'closeValue',
        'lossReason',
        'source',
        'nextStep',
        'nextStepOn',
        { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
        'note',
      ]),
    );
  }
}
