import { Module } from '@nestjs/common';
import { AnalyticsExports } from './analytics.exports.js';
import './analytics.permissions.js';
import { SalesStatistics } from './statistics/sales-statistics.js';
import { StatisticsController } from './statistics/statistics.controller.js';

@Module({ controllers: [StatisticsController], providers: [SalesStatistics, AnalyticsExports] })
export class AnalyticsModule {}
