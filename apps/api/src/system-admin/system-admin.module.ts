import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../platform/auth/actor-source.js';
import { AuditEntriesController } from './audit/audit-entries.controller.js';
import { AuditExports } from './audit/audit.exports.js';
import { ApiKeyUses } from './api-keys/api-key-uses.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeysService } from './api-keys/api-keys.service.js';
import { Actors } from './auth/actors.js';
import { AuthController } from './auth/auth.controller.js';
import { MeController } from './auth/me.controller.js';
import { MeService } from './auth/me.service.js';
import { Passwords } from './auth/passwords.js';
import { Sessions } from './auth/sessions.js';
import { SignInFlow } from './auth/sign-in-flow.js';
import { SignInService } from './auth/sign-in.service.js';
import { DepartmentsController } from './departments/departments.controller.js';
import { FirstRun } from './first-run/first-run.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesService } from './roles/roles.service.js';
import { NotificationPreferencesController } from './notifications/notification-preferences.controller.js';
import { NotificationPreferencesService } from './notifications/notification-preferences.service.js';
import { PeopleToTell } from './notifications/people-to-tell.js';
import { NoticePreferences } from '../platform/notifications/notice-preferences.js';
import './system-admin.notices.js';
import './system-admin.permissions.js';
import { Credentials } from './auth/credentials.js';
import { SignInHistory } from './auth/sign-in-history.js';
import { DepartmentsService } from './departments/departments.service.js';
import { InvitationsService } from './one-time-links/invitations.service.js';
import { OneTimeLinksController } from './one-time-links/one-time-links.controller.js';
import { OneTimeLinks } from './one-time-links/one-time-links.js';
import { PasswordLinksService } from './one-time-links/password-links.service.js';
import { PositionsController } from './positions/positions.controller.js';
import { PositionsService } from './positions/positions.service.js';
import { SavedViewHandOver } from './saved-views/saved-view.hand-over.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { SavedViewsService } from './saved-views/saved-views.service.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { SecurityPolicies } from './security/security-policies.js';
import { SecurityPolicyController } from './security/security-policy.controller.js';
import { SessionOverview } from './security/session-overview.js';
import { SessionsController } from './security/sessions.controller.js';
import { IdentityProvider } from './sso/identity-provider.js';
import { SsoAccounts } from './sso/sso-accounts.js';
import { SsoController } from './sso/sso.controller.js';
import { SsoFlow } from './sso/sso-flow.js';
import { SsoService } from './sso/sso.service.js';
import { AccountState } from './users/account-state.js';
import { UserHandOverController } from './users/user-hand-over.controller.js';
import { UserHandOverService } from './users/user-hand-over.service.js';
import { UserRemovalService } from './users/user-removal.service.js';
import { UserExports } from './users/user.exports.js';
import { UserImports } from './users/user.imports.js';
import { UserRoles } from './users/user-roles.js';
import { UsersController } from './users/users.controller.js';
import { UsersService } from './users/users.service.js';

import { WebhookAttempts } from './webhooks/webhook-attempts.js';
import { WebhookCourier } from './webhooks/webhook-courier.js';
import { WebhookDeliveriesController } from './webhooks/webhook-deliveries.controller.js';
import { WebhookDeliveriesService } from './webhooks/webhook-deliveries.service.js';
import { WebhookFanOut } from './webhooks/webhook-fan-out.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksService } from './webhooks/webhooks.service.js';

import { SeeAsController } from './see-as/see-as.controller.js';
import { SeeAsService } from './see-as/see-as.service.js';

@Global()
@Module({
  controllers: [
    AuthController,
    MeController,
    OneTimeLinksController,
    SecondFactorController,
    SessionsController,
    SecurityPolicyController,
    SsoController,
    UsersController,
    UserHandOverController,
    SeeAsController,
    PositionsController,
    RolesController,
    DepartmentsController,
    AuditEntriesController,
    NotificationsController,
    NotificationPreferencesController,
    ApiKeysController,
    SavedViewsController,
    WebhooksController,
    WebhookDeliveriesController,
  ],
  providers: [
    ApiKeyUses,
    ApiKeysService,
    Actors,
    { provide: ActorSource, useExisting: Actors },
    SecurityPolicies,
    Passwords,
    Credentials,
    SignInHistory,
    SecondFactors,
    SecondFactorService,
    OneTimeLinks,
    PasswordLinksService,
    InvitationsService,
    IdentityProvider,
    SsoAccounts,
    SsoService,
    SsoFlow,
    SessionOverview,
    Sessions,
    SignInService,
    SignInFlow,
    MeService,
    UserRoles,
    RolesService,
    AccountState,
    UsersService,
    UserHandOverService,
    SeeAsService,
    UserRemovalService,
    DepartmentsService,
    PositionsService,
    UserImports,
    UserExports,
    FirstRun,
    AuditExports,
    { provide: NoticePreferences, useClass: PeopleToTell },
    NotificationPreferencesService,
    SavedViewsService,
    SavedViewHandOver,
    WebhookFanOut,
    WebhookAttempts,
    WebhookCourier,
    WebhooksService,
    WebhookDeliveriesService,
  ],
  exports: [ActorSource, NoticePreferences, FirstRun],
})
export class SystemAdminModule {}
