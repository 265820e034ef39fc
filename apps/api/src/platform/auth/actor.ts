import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** How far a permission reaches; wider scopes include narrower ones. */
export const DATA_SCOPES = ['own', 'department', 'department_and_below', 'all'] as const;
export type DataScope = (typeof DATA_SCOPES)[number];

/** Who acts, with everything a rule needs to know; built once per request or job. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
  /** Own department and all below it. */
  readonly departmentTree: readonly string[];
  /** Permission code → widest scope over all roles. */
  readonly permissions: ReadonlyMap<string, DataScope>;
  readonly locale: 'zh-CN' | 'en';
  readonly mustChangePassword: boolean;
  /** A role asks for a second factor that is not set up yet. */
  readonly mustEnrolSecondFactor: boolean;
  /** Where the act came from; absent for the system itself. */
  readonly origin?: ActorOrigin;
}

export interface ActorOrigin {
  readonly requestId: string;
  readonly ip: string;
  readonly sessionId?: string;
  /** Set when somebody else looks at the product as this person: she reads, and changes nothing. */
  readonly seenBy?: { readonly id: string; readonly name: string; readonly until: string };
  /** Set when a key acts and not the person herself. */
  readonly apiKeyId?: string;
  readonly idempotencyKey?: string;
  /** Set when a job acts in her name: its id stands in the audit entries of what it changes. */
  readonly jobId?: string;
}

/** The system acting for itself (seed, sweep, migration); it may everything and appears as such in the audit log. */
export const SYSTEM_ACTOR: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  name: 'system',
  departmentId: null,
  departmentTree: [],
  permissions: new Map(),
  locale: 'zh-CN',
  mustChangePassword: false,
  mustEnrolSecondFactor: false,
};

export const may = (actor: Actor, permission: string): boolean =>
  actor === SYSTEM_ACTOR || actor.permissions.has(permission);

export interface ActorRequest extends FastifyRequest {
  /** Set by the guard; there is none on public routes. */
  user?: Actor;
}

/** The signed-in actor of this request. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<ActorRequest>().user,
);
