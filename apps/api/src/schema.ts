import { SalesFacts1761000000007 } from './analytics/migrations/0007-sales-facts.js';
import { Approvals1761000000040 } from './approval/migrations/0040-approvals.js';
import { Contact } from './customer/contacts/contact.entity.js';
import { Customer } from './customer/customers/customer.entity.js';
import { CustomerNumbers1761000000008 } from './customer/migrations/0008-customer-numbers.js';
import { CustomerMasterData1761000000055 } from './customer/migrations/0055-customer-master-data.js';
import { CustomerRelations1761000000135 } from './customer/migrations/0135-customer-relations.js';
import { CustomerRelation, CustomerRelationKind } from './customer/relations/relation.entity.js';
import { Contacts1761000000134 } from './customer/migrations/0134-contacts.js';
import { Activities1761000000056 } from './customer/migrations/0056-activities.js';
import { Activity } from './customer/activities/activity.entity.js';
import { Task } from './customer/tasks/task.entity.js';
import { Appointment } from './customer/calendar/appointment.entity.js';
import { Appointments1761000000153 } from './customer/migrations/0153-appointments.js';
import { DailyReport, DailyReportRemark } from './customer/daily-reports/daily-report.entity.js';
import { DailyReports1761000000157 } from './customer/migrations/0157-daily-reports.js';
import { Customers1761000000003 } from './customer/migrations/0003-customers.js';
import { RecentHits1761000000070 } from './customer/migrations/0070-recent-hits.js';
import { Opportunities1761000000051 } from './customer/migrations/0051-opportunities.js';
import { Opportunity } from './customer/opportunities/opportunity.entity.js';
import { OpportunityRules1761000000052 } from './customer/migrations/0052-opportunity-rules.js';
import { Pipeline, PipelineStage } from './customer/opportunities/pipelines/pipeline.entity.js';
import { Pipelines1761000000050 } from './customer/migrations/0050-pipelines.js';
import { CreditChange } from './customer/credit-changes/credit-change.entity.js';
import { CreditLimits1761000000041 } from './customer/migrations/0041-credit-limits.js';
import { PhoneMasks1761000000014 } from './customer/migrations/0014-phone-masks.js';
import { LiveOrders1761000000027 } from './contract/migrations/0027-live-orders.js';
import { Orders1761000000005 } from './contract/migrations/0005-orders.js';
import { Attachments1761000000042 } from './platform/migrations/0042-attachments.js';
import { TimelineChanges1761000000043 } from './customer/migrations/0043-timeline-changes.js';
import { AuditRedactions1761000000022 } from './platform/migrations/0022-audit-redactions.js';
import { AuditRetention1761000000033 } from './platform/migrations/0033-audit-retention.js';
import { AuditSeals1761000000015 } from './platform/migrations/0015-audit-seals.js';
import { AuditTimes1761000000016 } from './platform/migrations/0016-audit-times.js';
import { Exchange1761000000006 } from './platform/migrations/0006-exchange.js';
import { Platform1761000000001 } from './platform/migrations/0001-platform.js';
import { MailsAndForgetting1761000000012 } from './platform/migrations/0012-mails-and-forgetting.js';
import { CustomField } from './platform/custom-fields/custom-field.entity.js';
import { CustomFields1761000000019 } from './platform/migrations/0019-custom-fields.js';
import { Dictionary, DictionaryValue } from './platform/dictionaries/dictionary.entity.js';
import { BulkRows1761000000047 } from './platform/migrations/0047-bulk-rows.js';
import { DictionariesAndNumbers1761000000018 } from './platform/migrations/0018-dictionaries-and-numbers.js';
import { NumberingRule } from './platform/numbering/numbering-rule.entity.js';
import { RecycleBin1761000000017 } from './platform/migrations/0017-recycle-bin.js';
import { SearchGrams1761000000009 } from './platform/migrations/0009-search-grams.js';
import { SearchFours1761000000158 } from './platform/migrations/0158-search-fours.js';
import { SearchStatistics1761000000159 } from './platform/migrations/0159-search-statistics.js';
import { Brand, ProductCategory } from './pricing/catalogue/catalogue.entity.js';
import { Catalogue1761000000060 } from './pricing/migrations/0060-catalogue.js';
import { PriceAccessPromotions1761000000062 } from './pricing/migrations/0062-price-access-promotions.js';
import { PriceTables1761000000061 } from './pricing/migrations/0061-price-tables.js';
import { Product } from './pricing/products/product.entity.js';
import { Products1761000000004 } from './pricing/migrations/0004-products.js';
import { Promotion } from './pricing/promotions/promotion.entity.js';
import { PriceRevision } from './pricing/revisions/price-revision.entity.js';
import { PriceTable, PriceTableKind } from './pricing/tables/price-table.entity.js';
import { Department } from './system-admin/departments/department.entity.js';
import { PeopleLifecycle1761000000010 } from './system-admin/migrations/0010-people-lifecycle.js';
import { SignInSecurity1761000000011 } from './system-admin/migrations/0011-sign-in-security.js';
import { ApiKeys1761000000020 } from './system-admin/migrations/0020-api-keys.js';
import { Webhooks1761000000030 } from './system-admin/migrations/0030-webhooks.js';
import { NotificationPreferences1761000000031 } from './system-admin/migrations/0031-notification-preferences.js';
import { RepeatedRefresh1761000000160 } from './system-admin/migrations/0160-repeated-refresh.js';
import { SavedViews1761000000046 } from './system-admin/migrations/0046-saved-views.js';
import { SavedView } from './system-admin/saved-views/saved-view.entity.js';
import { SeeAs1761000000032 } from './system-admin/migrations/0032-see-as.js';
import { Position } from './system-admin/positions/position.entity.js';
import { People1761000000002 } from './system-admin/migrations/0002-people.js';
import { RoleNames1761000000013 } from './system-admin/migrations/0013-role-names.js';
import { Role } from './system-admin/roles/role.entity.js';
import { User } from './system-admin/users/user.entity.js';

/** Records that are written one at a time; what only comes in bulk or from other records has no entity. */
export const ENTITIES = [
  User,
  Role,
  Department,
  Position,
  Customer,
  Contact,
  CustomerRelationKind,
  CustomerRelation,
  Pipeline,
  PipelineStage,
  Opportunity,
  Activity,
  Task,
  Appointment,
  DailyReport,
  DailyReportRemark,
  CreditChange,
  Dictionary,
  DictionaryValue,
  NumberingRule,
  CustomField,
  Product,
  ProductCategory,
  Brand,
  PriceTableKind,
  PriceTable,
  PriceRevision,
  Promotion,
  SavedView,
];

/** In the order in which they run: each module brings its own, and only ever adds at the end. */
export const MIGRATIONS = [
  Platform1761000000001,
  People1761000000002,
  Customers1761000000003,
  Products1761000000004,
  Orders1761000000005,
  Exchange1761000000006,
  SalesFacts1761000000007,
  CustomerNumbers1761000000008,
  SearchGrams1761000000009,
  PeopleLifecycle1761000000010,
  SignInSecurity1761000000011,
  MailsAndForgetting1761000000012,
  RoleNames1761000000013,
  PhoneMasks1761000000014,
  AuditSeals1761000000015,
  AuditTimes1761000000016,
  RecycleBin1761000000017,
  DictionariesAndNumbers1761000000018,
  CustomFields1761000000019,
  ApiKeys1761000000020,
  AuditRedactions1761000000022,
  LiveOrders1761000000027,
  Webhooks1761000000030,
  NotificationPreferences1761000000031,
  SeeAs1761000000032,
  AuditRetention1761000000033,
  Approvals1761000000040,
  CreditLimits1761000000041,
  Pipelines1761000000050,
  Opportunities1761000000051,
  OpportunityRules1761000000052,
  Catalogue1761000000060,
  PriceTables1761000000061,
  PriceAccessPromotions1761000000062,
  RecentHits1761000000070,
  CustomerMasterData1761000000055,
  Activities1761000000056,
  Attachments1761000000042,
  TimelineChanges1761000000043,
  Contacts1761000000134,
  CustomerRelations1761000000135,
  SavedViews1761000000046,
  BulkRows1761000000047,
  Appointments1761000000153,
  DailyReports1761000000157,
  SearchFours1761000000158,
  SearchStatistics1761000000159,
  RepeatedRefresh1761000000160,
];
