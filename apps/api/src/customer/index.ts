export { CustomerModule } from './customer.module.js';
export { CalendarSources, type CalendarSource } from './calendar/calendar-sources.js';
export { TimelineSources, type TimelineSource } from './timeline/timeline-sources.js';
export { dailyFacts } from './daily-reports/daily-facts.js';
export { CreditChangesService } from './credit-changes/credit-changes.service.js';
