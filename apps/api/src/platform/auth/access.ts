import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Metadata key of a route's declared access. */
export const ACCESS = Symbol('access');

/** Metadata key of routes that no API key may call. */
export const PEOPLE_ONLY = Symbol('people-only');

export type Access =
  | { readonly kind: 'public' }
  /** Any signed-in user, about herself only. */
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'permission'; readonly permission: string };

export const PeopleOnly = (): CustomDecorator<symbol> => SetMetadata(PEOPLE_ONLY, true);
export const Public = (): CustomDecorator<symbol> => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);
export const SignedIn = (): CustomDecorator<symbol> =>
  SetMetadata(ACCESS, { kind: 'signed-in' } satisfies Access);
export const RequirePermission = (permission: string): CustomDecorator<symbol> =>
  SetMetadata(ACCESS, { kind: 'permission', permission } satisfies Access);
