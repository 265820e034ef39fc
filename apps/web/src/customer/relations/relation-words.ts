import { currentLocale } from '../../shared/i18n/i18n';
import type { RelationKind } from './relation.queries';

export type End = 'from' | 'to';

const isEnglish = (): boolean => currentLocale() === 'en';

export const nameOfKind = (kind: RelationKind): string => (isEnglish() ? kind.nameEn : kind.nameZh);

/** What the customer at this end is to the other, in the language in use. */
export const nameOfEnd = (kind: RelationKind, end: End): string =>
  isEnglish() ? kind[`${end}En`] : kind[`${end}Zh`];

/** Everything that another customer may be to this one: a kind without direction is one choice, the others are two. */
export const choicesOf = (kinds: readonly RelationKind[]): { value: string; text: string }[] =>
  kinds.flatMap((kind) =>
    (kind.isSymmetric ? (['to'] as const) : (['from', 'to'] as const)).map((end) => ({
      value: `${kind.code}:${end}`,
      text: nameOfEnd(kind, end),
    })),
  );

/** @param choice of `choicesOf`: which end the other customer stands at */
export function endsOf(choice: string, ownId: string, otherId: string) {
  const [kind = '', end] = choice.split(':');
  return end === 'from' ? { kind, fromId: otherId, toId: ownId } : { kind, fromId: ownId, toId: otherId };
}
