import type { InjectionKey } from 'vue';
import type { SummaryEntry } from '../feature';

/** What the features of the app add to the strips of records; given by the shell. */
export const SUMMARY_ENTRIES: InjectionKey<readonly SummaryEntry[]> = Symbol('summary entries');
