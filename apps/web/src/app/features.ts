import { analyticsFeature } from '../analytics';
import { approvalFeature } from '../approval';
import {
  activityFeature,
  calendarFeature,
  contactFeature,
  creditChangeFeature,
  customerFeature,
  dailyReportFeature,
  opportunityFeature,
} from '../customer';
import { homeFeature } from '../home';
import { importFeature } from '../import';
import {
  priceQueryFeature,
  priceRevisionFeature,
  priceTableFeature,
  productFeature,
  promotionFeature,
} from '../pricing';
import type { CommandEntry, NavEntry, SummaryEntry } from '../shared/feature';
import { systemAdminFeature } from '../system-admin';

/** Every feature of the app, in the order of the navigation. A new one is a line here. */
export const features = [
  homeFeature,
  approvalFeature,
  customerFeature,
  contactFeature,
  opportunityFeature,
  activityFeature,
  calendarFeature,
  dailyReportFeature,
  creditChangeFeature,
  productFeature,
  priceQueryFeature,
  priceTableFeature,
  priceRevisionFeature,
  promotionFeature,
  analyticsFeature,
  importFeature,
  systemAdminFeature,
];

export const navEntries: NavEntry[] = features
  .flatMap((feature) => feature.nav ?? [])
  .toSorted((a, b) => a.order - b.order);

export const commandEntries: CommandEntry[] = features.flatMap((feature) => feature.commands ?? []);

export const summaryEntries: SummaryEntry[] = features
  .flatMap((feature) => feature.summary ?? [])
  .toSorted((a, b) => a.order - b.order);

export const recordRoutes = Object.assign(
  {},
  ...features.map((feature) => feature.records ?? {}),
) as NonNullable<(typeof features)[number]['records']>;
