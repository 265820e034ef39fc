import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditRetention } from './audit/audit-retention.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { AccessGuard } from './auth/access.guard.js';
import { AccessTokens } from './auth/access-token.js';
import { CheckedTokens } from './auth/checked-tokens.js';
import { JwtStrategy } from './auth/jwt.strategy.js';
import { Sealing } from './auth/sealing.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { BulkModule } from './bulk/bulk.module.js';
import { Clock } from './clock/clock.js';
import type { AppConfig } from './config/app-config.js';
import { ConfigModule } from './config/config.module.js';
import { dataSourceOptions } from './database/data-source.js';
import { GenericPlans } from './database/generic-plans.js';
import { Rows } from './database/rows.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { CustomFieldsModule } from './custom-fields/custom-fields.module.js';
import { DictionariesModule } from './dictionaries/dictionaries.module.js';
import { ProblemFilter } from './errors/problem.filter.js';
import { EventsModule } from './events/events.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FilesModule } from './files/files.module.js';
import { HandOverModule } from './hand-over/hand-over.module.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { DtoPipe } from './http/dto.pipe.js';
import { IdempotencyGuard } from './http/idempotency.guard.js';
import { IdempotencyKeys } from './http/idempotency-keys.js';
import { RateLimitGuard } from './http/rate-limit.guard.js';
import { ImportsModule } from './imports/imports.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { ListExtensions } from './lists/list-extensions.js';
import { Lists } from './lists/lists.js';
import { MailModule } from './mail/mail.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { NumberingModule } from './numbering/numbering.module.js';
import { OutgoingCalls } from './outgoing/outgoing-calls.js';
import { RecycleBinModule } from './recycle-bin/recycle-bin.module.js';
import { Rounds } from './rounds/rounds.js';
import { SearchModule } from './search/search.module.js';

type Schema = Pick<Parameters<typeof dataSourceOptions>[1], 'entities' | 'migrations'>;

/** The technical floor. It knows no business noun; modules stand on it. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: AppConfig, schema: Schema): DynamicModule {
    const database = TypeOrmModule.forRootAsync({
      useFactory: () => ({
        ...dataSourceOptions(config, schema),
        retryAttempts: 5,
        retryDelay: 500,
        toRetry: () => true,
      }),
    });
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.with(config),
        database,
        PassportModule,
        EventsModule,
        JobsModule,
        FilesModule,
        ImportsModule,
        ExportsModule,
        SearchModule,
        MailModule,
        NotificationsModule,
        HandOverModule,
        RecycleBinModule,
        BulkModule,
        DictionariesModule,
        NumberingModule,
        CustomFieldsModule,
        AttachmentsModule,
      ],
      controllers: [HealthController],
      providers: [
        Clock,
        GenericPlans,
        Rows,
        UnitOfWork,
        ListExtensions,
        Lists,
        AccessTokens,
        Sealing,
        CheckedTokens,
        JwtStrategy,
        Readiness,
        AuditSealer,
        Rounds,
        AuditRetention,
        OutgoingCalls,
        { provide: APP_FILTER, useClass: ProblemFilter },
        IdempotencyKeys,
        // In this order: bounds and keys belong to an actor.
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_GUARD, useClass: IdempotencyGuard },
        { provide: APP_PIPE, useClass: DtoPipe },
      ],
      exports: [Clock, Rows, Rounds, UnitOfWork, ListExtensions, Lists, AccessTokens, Sealing, OutgoingCalls],
    };
  }
}
