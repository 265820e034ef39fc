import { i18n } from '../../shared/i18n/i18n';

/** First of the keys that the language in use has; else the word as the program knows it. */
function firstOf(keys: readonly string[], otherwise: string): string {
  const { t, te } = i18n.global;
  const key = keys.find((candidate) => te(candidate));
  return key ? t(key) : otherwise;
}

export const sayResource = (resource: string): string =>
  firstOf([`systemAdmin.audit.resources.${resource}`], resource);

/** `customer.change` is said by its verb: the record's kind stands beside it. */
export function sayAction(action: string): string {
  const verb = action.split('.').at(-1) ?? action;
  return firstOf(
    [`systemAdmin.audit.actions.${action.replace('.', '-')}`, `shared.history.actions.${verb}`],
    action,
  );
}

/** A field is called what the record's own screen calls it. */
export const sayField = (resource: string, field: string): string =>
  firstOf(
    [
      `${resource}.fields.${field}`,
      `systemAdmin.${resource}s.fields.${field}`,
      `systemAdmin.audit.fields.${field}`,
    ],
    field,
  );

export const sayActor = (name: string): string =>
  name === 'system' ? i18n.global.t('shared.history.system') : name;
