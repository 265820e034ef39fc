import { useI18n } from 'vue-i18n';
import type { CalendarEntry } from './calendar.queries';

/** What an entry is called: its kind, what it is about, and, among several people, whose it is. */
export function useEntryTitle(namesPeople: () => boolean) {
  const { t } = useI18n();
  return (entry: CalendarEntry): string => {
    const { kind, what, title, customerName, ownerName } = entry;
    const isContact = kind === 'appointment' || kind === 'activity';
    const word = t(isContact ? `activities.kinds.${what}` : `calendar.kinds.${kind}`);
    const about = [title, title === customerName ? null : customerName];
    return [word, ...about, namesPeople() ? ownerName : null].filter(Boolean).join(' · ');
  };
}
