import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../platform/auth/actor-source.js';
import { AuditEntriesController } from './audit/audit-entries.controller.js';
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
import './system-admin.permissions.js';
import { UserImports } from './users/user.imports.js';
import { UserRoles } from './users/user-roles.js';
import { UsersController } from './users/users.controller.js';
import { UsersService } from './users/users.service.js';

@Global()
@Module({
  controllers: [
    AuthController,
    MeController,
    UsersController,
    RolesController,
    DepartmentsController,
    AuditEntriesController,
    NotificationsController,
  ],
  providers: [
    Actors,
    { provide: ActorSource, useExisting: Actors },
    Passwords,
    Sessions,
    SignInService,
    SignInFlow,
    MeService,
    UserRoles,
    UsersService,
    UserImports,
    FirstRun,
  ],
  exports: [ActorSource, FirstRun],
})
export class SystemAdminModule {}
